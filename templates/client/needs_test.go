package client

import (
	"errors"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestNeeds checks the dependencies between files that doc.go describes: the core
// uses no other file, and each other file uses the core and the files listed here.
func TestNeeds(t *testing.T) {
	core := []string{"operation", "client", "host", "call", "request", "requestoption", "body", "send", "accepted", "retry", "retryafter", "error", "token", "credential", "path", "do", "responseinfo", "claims"}
	needs := map[string][]string{
		"as": {"keep"}, "collection": {"page"}, "date": nil, "duration": nil, "export": nil, "keep": nil,
		"opt": {"nocompare"}, "nocompare": nil, "page": {"collection", "keep"}, "redirect": {"stream"}, "related": {"nocompare"}, "scalar": nil, "stream": nil,
	}
	for name, uses := range uses(t) {
		want, optional := needs[name]
		if optional == slices.Contains(core, name) && name != "doc" {
			t.Errorf("%s.go must be in exactly one of core and needs", name)
		}
		uses = slices.DeleteFunc(uses, func(s string) bool { return slices.Contains(core, s) })
		slices.Sort(uses)
		if !slices.Equal(uses, want) {
			t.Errorf("%s.go uses %v, want %v", name, uses, want)
		}
	}
}

// uses returns, for each file, the other files that declare names it uses.
func uses(t *testing.T) map[string][]string {
	paths, err := filepath.Glob("*.go")
	check(t, err)
	fset := gotoken.NewFileSet()
	fileOf := func(at gotoken.Pos) string { return strings.TrimSuffix(fset.Position(at).Filename, ".go") }
	uses := map[string][]string{}
	var files []*ast.File
	for _, path := range paths {
		if !strings.HasSuffix(path, "_test.go") {
			file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
			check(t, err)
			files = append(files, file)
			uses[fileOf(file.FileStart)] = nil
		}
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: noImports{}, Error: func(error) {}} // the names of this package are enough
	pkg, _ := config.Check("client", fset, files, info)
	for id, object := range info.Uses {
		from, to := fileOf(id.Pos()), fileOf(object.Pos())
		if object.Parent() == pkg.Scope() && from != to && !slices.Contains(uses[from], to) {
			uses[from] = append(uses[from], to)
		}
	}
	return uses
}

type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errors.New("not needed") }
