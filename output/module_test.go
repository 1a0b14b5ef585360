package output_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/output"
)

func TestLocate(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		dir   string
		want  output.Package
	}{
		{
			"the root of a module",
			map[string]string{"graph/go.mod": "module example.com/graph\n"},
			"graph",
			output.Package{Name: "graph", ImportPath: "example.com/graph", InModule: true},
		},
		{
			"below",
			map[string]string{"go.mod": "module example.com/m // why\n\ngo 1.26\n"},
			"api/graph",
			output.Package{Name: "graph", ImportPath: "example.com/m/api/graph", InModule: true},
		},
		{
			"the nearest of two",
			map[string]string{"go.mod": "module a.com/m\n", "api/go.mod": "module b.com/m\n"},
			"api/graph",
			output.Package{Name: "graph", ImportPath: "b.com/m/graph", InModule: true},
		},
		{
			"a quoted path",
			map[string]string{"go.mod": "module \"example.com/m\"\n"},
			"graph",
			output.Package{Name: "graph", ImportPath: "example.com/m/graph", InModule: true},
		},
		{
			"no module", nil, "graph",
			output.Package{Name: "graph", ImportPath: "graph"},
		},
		{
			"no module, name of the standard library", nil, "time",
			output.Package{Name: "time", ImportPath: "example/time"},
		},
		{
			"capitals and punctuation",
			map[string]string{"go.mod": "module m.com\n"},
			"My-Graph.v2",
			output.Package{Name: "mygraphv2", ImportPath: "m.com/My-Graph.v2", InModule: true},
		},
		{
			"digits first",
			map[string]string{"go.mod": "module m.com\n"},
			"2024",
			output.Package{Name: "api", ImportPath: "m.com/2024", InModule: true},
		},
		{
			"a keyword",
			map[string]string{"go.mod": "module m.com\n"},
			"type",
			output.Package{Name: "api", ImportPath: "m.com/type", InModule: true},
		},
		{
			"main",
			map[string]string{"go.mod": "module m.com\n"},
			"main",
			output.Package{Name: "api", ImportPath: "m.com/main", InModule: true},
		},
		{
			"no letters",
			map[string]string{"go.mod": "module m.com\n"},
			"_-_",
			output.Package{Name: "api", ImportPath: "m.com/_-_", InModule: true},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := t.TempDir()
			for name, text := range tt.files {
				put(t, root, name, text)
			}
			got, err := output.Locate(filepath.Join(root, filepath.FromSlash(tt.dir)), generator.PackageName)
			if err != nil {
				t.Fatal(err)
			}
			tt.want.Dir = filepath.Join(root, filepath.FromSlash(tt.dir))
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestLocateFails(t *testing.T) {
	tests := []struct {
		name, mod, dir, want string
	}{
		{"empty go.mod", "", "graph", "no module line"},
		{"no module line", "go 1.26\n", "graph", "no module line"},
		{"a space in the path", "module m.com\n", "my graph", "cannot hold a Go package"},
		{"not ASCII", "module m.com\n", "größe", "cannot hold a Go package"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := t.TempDir()
			put(t, root, "go.mod", tt.mod)
			if got, err := output.Locate(filepath.Join(root, tt.dir), generator.PackageName); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
}

func TestLocateGoModIsFolder(t *testing.T) {
	root := t.TempDir()
	if err := os.Mkdir(filepath.Join(root, "go.mod"), 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := output.Locate(filepath.Join(root, "graph"), generator.PackageName); err == nil {
		t.Error("a folder was accepted as go.mod")
	}
}

func TestWriteGoMod(t *testing.T) {
	tests := []struct {
		name string
		pkg  output.Package
		old  string
		want map[string]string
	}{
		{"no module", output.Package{ImportPath: "graph"}, "", map[string]string{"go.mod": "module graph\n\ngo 1.24\n"}},
		{"in a module", output.Package{ImportPath: "m.com/graph", InModule: true}, "", map[string]string{}},
		{"a file of the user", output.Package{ImportPath: "graph"}, "module mine\n", map[string]string{"go.mod": "module mine\n"}},
	}
	for _, tt := range tests {
		tt.pkg.Dir = t.TempDir()
		if tt.old != "" {
			put(t, tt.pkg.Dir, "go.mod", tt.old)
		}
		if err := tt.pkg.WriteGoMod("1.24"); err != nil {
			t.Error(err)
		}
		if d := cmp.Diff(tt.want, tree(t, tt.pkg.Dir)); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}
