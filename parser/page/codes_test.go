package page

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestMarkdownCodes checks that the packages that know no word of any API
// report only codes of the Markdown group.
func TestMarkdownCodes(t *testing.T) {
	codes := codeGroups(t)
	for _, dir := range []string{".", "../lenient", "../message"} {
		files, err := filepath.Glob(dir + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		for _, file := range files {
			ast.Inspect(parseGo(t, file), func(n ast.Node) bool {
				sel, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				pkg, _ := sel.X.(*ast.Ident)
				group := codes[sel.Sel.Name]
				if pkg != nil && pkg.Name == "diag" && group != "" && !strings.HasPrefix(group, "Markdown") {
					t.Errorf("%s reports diag.%s, which is of the group %q", file, sel.Sel.Name, group)
				}
				return true
			})
		}
	}
}

// codeGroups maps the names of the codes to the comments of their groups.
func codeGroups(t *testing.T) map[string]string {
	t.Helper()
	groups := map[string]string{}
	group := ""
	ast.Inspect(parseGo(t, "../../diag/code.go"), func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if spec.Doc != nil {
			group = strings.TrimSpace(spec.Doc.Text())
		}
		groups[spec.Names[0].Name] = group
		return true
	})
	if !strings.HasPrefix(groups["TableColumnCount"], "Markdown") || strings.HasPrefix(groups["SectionMissing"], "Markdown") {
		t.Fatalf("the groups of diag/code.go are not understood: %v", groups)
	}
	return groups
}

func parseGo(t *testing.T, file string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
