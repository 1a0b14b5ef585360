package lint

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestEmittedRulesAreInTheCatalog reads the code that makes findings: a name
// that the catalog lacks is one that "mdwire explain" does not know.
func TestEmittedRulesAreInTheCatalog(t *testing.T) {
	names := map[string]string{}
	for _, dir := range []string{"../parser", "../generator"} {
		err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
				return err
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(parsed, func(n ast.Node) bool {
				for _, name := range emitted(n) {
					names[name] = file
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(names) < 20 {
		t.Errorf("only %d rule names found: the code names them in another way by now", len(names))
	}
	for name, file := range names {
		if Find(name) == nil {
			t.Errorf("%s emits %q, which the catalog does not know", file, name)
		}
	}
}

// emitted returns the rule names that a piece of code uses as such: constants
// rule…, fields Rule, variables rule, and what reporting functions and the
// small types of reasons are given first.
func emitted(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.ValueSpec:
		for _, id := range n.Names {
			if strings.HasPrefix(id.Name, "rule") {
				return ruleNames(n.Values...)
			}
		}
	case *ast.KeyValueExpr:
		if id, ok := n.Key.(*ast.Ident); ok && id.Name == "Rule" {
			return ruleNames(n.Value)
		}
	case *ast.AssignStmt:
		for _, lhs := range n.Lhs {
			if id, ok := lhs.(*ast.Ident); ok && id.Name == "rule" {
				return ruleNames(n.Rhs...)
			}
		}
	case *ast.CallExpr:
		if reports(n.Fun) && len(n.Args) > 0 {
			return ruleNames(n.Args[0])
		}
	case *ast.CompositeLit:
		if id, ok := n.Type.(*ast.Ident); ok && (id.Name == "Misfit" || id.Name == "reason") && len(n.Elts) > 0 {
			return ruleNames(n.Elts[0])
		}
	}
	return nil
}

func reports(fun ast.Expr) bool {
	name := ""
	switch f := fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	return strings.HasPrefix(name, "report") || name == "because"
}

var ruleName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

func ruleNames(values ...ast.Expr) []string {
	var names []string
	for _, v := range values {
		lit, ok := v.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			continue
		}
		if s, err := strconv.Unquote(lit.Value); err == nil && ruleName.MatchString(s) {
			names = append(names, s)
		}
	}
	return names
}
