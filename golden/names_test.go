package golden

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/specs"
)

// TestNamesOfHalves checks that no name depends on other pages: operations and types
// have the same names if every other page is missing.
func TestNamesOfHalves(t *testing.T) {
	whole := names(t, func(int) bool { return true })
	for rest := range 2 {
		half := names(t, func(page int) bool { return page%2 == rest })
		if len(half) < len(whole)/4 {
			t.Errorf("%d names of %d", len(half), len(whole))
		}
		for page, name := range half {
			if want := whole[page]; name != want {
				t.Errorf("%s: %s, with all pages %s", page, name, want)
			}
		}
	}
}

// names returns the names of operations and types for the pages of specs that keep
// selects.
func names(t *testing.T, keep func(page int) bool) map[string]string {
	t.Helper()
	docs, pages := fstest.MapFS{}, 0
	err := fs.WalkDir(specs.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if !strings.Contains(name, "/includes/") {
			if pages++; !keep(pages) {
				return nil
			}
		}
		data, err := fs.ReadFile(specs.FS, name)
		docs[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	read, err := parser.Load(docs, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, version := range read.Spec.Versions() {
		out := plan.New(read.Spec, plan.Options{Name: "graph", ImportPath: "example.com/graph", Version: version})
		for _, s := range out.Package.Services {
			for _, m := range s.Methods {
				found[m.Op.File] += " " + m.Key
			}
		}
		for _, typ := range out.Package.Types {
			if typ.Wire != "" {
				found[version+" "+typ.Wire] = typ.Name
			}
		}
	}
	return found
}
