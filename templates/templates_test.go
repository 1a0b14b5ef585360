package templates_test

import (
	"go/parser"
	"go/token"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/templates"
)

var sets = []templates.Set{templates.Client, templates.Server, templates.ExampleTest, templates.Tolerance}

// TestFiles checks that Files returns all files of the folder that are copied.
func TestFiles(t *testing.T) {
	for _, set := range sets {
		want := map[string]string{}
		entries, err := os.ReadDir(string(set))
		if err != nil {
			t.Fatal(err)
		}
		tests := 0
		for _, e := range entries {
			switch {
			case strings.HasSuffix(e.Name(), "_test.go"):
				tests++
			case e.Name() == "doc.go" || e.Name() == "export.go": // not copied
			case strings.HasSuffix(e.Name(), ".go"):
				data, err := os.ReadFile(string(set) + "/" + e.Name())
				if err != nil {
					t.Fatal(err)
				}
				want[e.Name()] = string(data)
			}
		}
		files, err := templates.Files(set)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, f := range files {
			got[f.Name] = f.Source
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", set, d)
		}
		if tests == 0 || len(files) == 0 {
			t.Errorf("%s has %d files and %d tests, want at least one of each", set, len(files), tests)
		}
		if !slices.IsSortedFunc(files, func(a, b templates.File) int { return strings.Compare(a.Name, b.Name) }) {
			t.Errorf("the files of %s are not sorted", set)
		}
	}
}

func TestFilesOfNoSet(t *testing.T) {
	for _, set := range []templates.Set{"none", "", "..", "client/x"} {
		if files, err := templates.Files(set); err == nil && len(files) > 0 {
			t.Errorf("%q has files", set)
		}
	}
}

// TestCopy checks that only the header, the package clause and the import paths
// of the support packages change.
func TestCopy(t *testing.T) {
	const header = "// Header."
	to := templates.Target{Package: "graph", Imports: map[templates.Set]string{
		templates.Client: "example.com/graph", templates.Server: "example.com/graph/server",
		templates.Tolerance: "example.com/graph/exampletest/tolerance",
	}}
	moved := 0
	for _, set := range sets {
		files, err := templates.Files(set)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			got := string(f.Copy(header, to))
			head, body, _ := strings.Cut(got, "\n\n")
			if head != header {
				t.Errorf("%s/%s starts with %q, want %q", set, f.Name, head, header)
			}
			moved += compareLines(t, string(set)+"/"+f.Name, path.Base(string(set)), f.Source, body)
			if strings.Contains(got, "mdwire/templates") {
				t.Errorf("%s/%s contains the import path of this folder", set, f.Name)
			}
			if tree, err := parser.ParseFile(token.NewFileSet(), f.Name, got, 0); err != nil || tree.Name.Name != "graph" {
				t.Errorf("%s/%s: %v", set, f.Name, err)
			}
		}
	}
	if moved == 0 {
		t.Error("no support package imports another one: import paths were not tested")
	}
}

// compareLines checks that two sources differ only in the lines that may change.
// It returns the number of import lines.
func compareLines(t *testing.T, name, pkg, source, body string) int {
	t.Helper()
	before, after := strings.Split(source, "\n"), strings.Split(body, "\n")
	if len(before) != len(after) {
		t.Errorf("%s has %d lines, want %d", name, len(after), len(before))
		return 0
	}
	clauses, imports := 0, 0
	for i := range before {
		want := before[i]
		switch {
		case clauses == 0 && want == "package "+pkg:
			want = "package graph"
			clauses++
		case strings.Contains(want, `"github.com/mdwire/mdwire/templates/`):
			want = strings.Replace(want, "github.com/mdwire/mdwire/templates/client", "example.com/graph", 1)
			want = strings.Replace(want, "github.com/mdwire/mdwire/templates/server", "example.com/graph/server", 1)
			want = strings.Replace(want, "github.com/mdwire/mdwire/templates/exampletest", "example.com/graph/exampletest", 1)
			imports++
		}
		if after[i] != want {
			t.Errorf("%s:%d: %q, want %q", name, i+1, after[i], want)
		}
	}
	if clauses != 1 {
		t.Errorf("%s has no line %q", name, "package "+pkg)
	}
	return imports
}

func TestDeclared(t *testing.T) {
	tests := []struct {
		set       templates.Set
		has, lack []string
	}{
		{
			templates.Client, // type, constructor, method, method of a generic type, variable or function, constant
			[]string{"Client", "NewClient", "caller.send", "Collection.All", "Opt.MarshalJSON", "segment", "value", "maxJSON"},
			[]string{"Router", "All", "send", "BenchmarkGet", ""},
		},
		{templates.Server, []string{"Request", "Request.Query", "router.ServeHTTP", "call", "newRouter"}, []string{"Client", ""}},
		{templates.ExampleTest, []string{"exchange", "newExchange", "body", "content"}, []string{"handler", "TestCompare", ""}},
	}
	for _, tt := range tests {
		got, err := templates.Declared(tt.set)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range tt.has {
			if !slices.Contains(got, name) {
				t.Errorf("%s does not declare %q", tt.set, name)
			}
		}
		for _, name := range tt.lack {
			if slices.Contains(got, name) {
				t.Errorf("%s declares %q", tt.set, name)
			}
		}
		if !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != len(got) {
			t.Errorf("%s: names are not sorted or not unique", tt.set)
		}
	}
	both, err := templates.Declared(templates.Client, templates.Server)
	if err != nil || !slices.Contains(both, "Client") || !slices.Contains(both, "router") {
		t.Errorf("two sets: got %q, %v; want Client and router", both, err)
	}
	if _, err := templates.Declared("none"); err == nil {
		t.Error("no error for an unknown set")
	}
}

// TestSupportImports checks that support files import only the standard library
// and other sets.
func TestSupportImports(t *testing.T) {
	for _, set := range sets {
		files, err := templates.Files(set)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			tree, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Source, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, spec := range tree.Imports {
				path := strings.Trim(spec.Path.Value, `"`)
				if strings.Contains(path, ".") && !strings.HasPrefix(path, "github.com/mdwire/mdwire/templates/") {
					t.Errorf("%s/%s imports %s", set, f.Name, path)
				}
			}
		}
	}
}
