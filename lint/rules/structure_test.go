package rules

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
)

// TestRulesAreLeaves fails on a rule file that uses an identifier of another rule
// file. Code that several rules need belongs to package lint.
func TestRulesAreLeaves(t *testing.T) {
	fset := token.NewFileSet()
	files, syntax := ruleFiles(t, fset)
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	// Identifiers of this package resolve without its imports.
	config := types.Config{Importer: noImports{}, Error: func(error) {}}
	pkg, _ := config.Check("rules", fset, syntax, info)
	used := 0
	for id, object := range info.Uses {
		if object.Pkg() != pkg || object.Parent() != pkg.Scope() && !isMethod(object) {
			continue
		}
		used++
		from, to := fset.Position(id.Pos()).Filename, fset.Position(object.Pos()).Filename
		if from != to && filepath.Base(from) != "rules.go" {
			t.Errorf("%s: %s uses %s of %s", fset.Position(id.Pos()), filepath.Base(from), id.Name, filepath.Base(to))
		}
	}
	if used < len(files) {
		t.Errorf("%d identifiers resolved in %d files, want at least one per file", used, len(files))
	}
}

func isMethod(object types.Object) bool {
	f, ok := object.(*types.Func)
	return ok && f.Signature().Recv() != nil
}

type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errors.New("not imported") }

// TestEveryCodeHasARule checks that each constant of type diag.Code has one rule,
// in a file with the name of the code.
func TestEveryCodeHasARule(t *testing.T) {
	codes := declaredCodes(t)
	var want, have []string
	for _, code := range codes {
		want = append(want, code)
	}
	for _, r := range All {
		have = append(have, string(r.Code))
	}
	slices.Sort(want)
	slices.Sort(have)
	if d := cmp.Diff(want, have); d != "" {
		t.Errorf("rules, -codes of package diag +rules in All; list a new rule in rules.go\n%s", d)
	}
	files, _ := ruleFiles(t, token.NewFileSet())
	for name, f := range files {
		if name == "rules.go" {
			continue
		}
		if got := ruleCodes(f, codes); len(got) != 1 || strings.ReplaceAll(got[0], "-", "_")+".go" != name {
			t.Errorf("%s declares the rules %q, want only the rule of that name", name, got)
		}
	}
}

// ruleCodes returns the codes of the rules that a file declares.
func ruleCodes(f *ast.File, codes map[string]string) []string {
	var found []string
	ast.Inspect(f, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || !isSelector(lit.Type, "lint", "Rule") {
			return true
		}
		for _, e := range lit.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if key, isName := kv.Key.(*ast.Ident); ok && isName && key.Name == "Code" {
				found = append(found, codes[kv.Value.(*ast.SelectorExpr).Sel.Name])
			}
		}
		return true
	})
	return found
}

func isSelector(e ast.Expr, pkg, name string) bool {
	s, ok := e.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != name {
		return false
	}
	x, ok := s.X.(*ast.Ident)
	return ok && x.Name == pkg
}

// declaredCodes returns the codes of package diag by the name of their constant.
func declaredCodes(t *testing.T) map[string]string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "../../diag/code.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			codes[spec.Names[0].Name] = value
		}
		return true
	})
	if codes["LinkDead"] != string(diag.LinkDead) {
		t.Fatalf("codes read from the source: %v", codes)
	}
	return codes
}

// ruleFiles parses the files of the package except for tests.
func ruleFiles(t *testing.T, fset *token.FileSet) (map[string]*ast.File, []*ast.File) {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	files, syntax := map[string]*ast.File{}, []*ast.File(nil)
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".go" || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, e.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = f
		syntax = append(syntax, f)
	}
	return files, syntax
}
