package generator_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator"
)

func TestLocate(t *testing.T) {
	const noModule = "module %\n\ngo 1.24\n"
	tests := []struct {
		name  string
		files map[string]string
		dir   string
		want  generator.Place
	}{
		{
			"the root of a module",
			map[string]string{"graph/go.mod": "module example.com/graph\n"},
			"graph",
			generator.Place{Package: "graph", ImportPath: "example.com/graph"},
		},
		{
			"below",
			map[string]string{"go.mod": "module example.com/m // why\n\ngo 1.26\n"},
			"api/graph",
			generator.Place{Package: "graph", ImportPath: "example.com/m/api/graph"},
		},
		{
			"the nearest of two",
			map[string]string{"go.mod": "module a.com/m\n", "api/go.mod": "module b.com/m\n"},
			"api/graph",
			generator.Place{Package: "graph", ImportPath: "b.com/m/graph"},
		},
		{
			"a quoted path",
			map[string]string{"go.mod": "module \"example.com/m\"\n"},
			"graph",
			generator.Place{Package: "graph", ImportPath: "example.com/m/graph"},
		},
		{
			"no module", nil, "graph",
			generator.Place{Package: "graph", ImportPath: "graph", GoMod: []byte(strings.ReplaceAll(noModule, "%", "graph"))},
		},
		{
			"no module, and a name of the standard library", nil, "time",
			generator.Place{Package: "time", ImportPath: "example/time", GoMod: []byte(strings.ReplaceAll(noModule, "%", "example/time"))},
		},
		{
			"capitals and punctuation",
			map[string]string{"go.mod": "module m.com\n"},
			"My-Graph.v2",
			generator.Place{Package: "mygraphv2", ImportPath: "m.com/My-Graph.v2"},
		},
		{
			"digits first",
			map[string]string{"go.mod": "module m.com\n"},
			"2024",
			generator.Place{Package: "api", ImportPath: "m.com/2024"},
		},
		{
			"a keyword",
			map[string]string{"go.mod": "module m.com\n"},
			"type",
			generator.Place{Package: "api", ImportPath: "m.com/type"},
		},
		{
			"main",
			map[string]string{"go.mod": "module m.com\n"},
			"main",
			generator.Place{Package: "api", ImportPath: "m.com/main"},
		},
		{
			"no letters",
			map[string]string{"go.mod": "module m.com\n"},
			"_-_",
			generator.Place{Package: "api", ImportPath: "m.com/_-_"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := t.TempDir()
			for name, text := range tt.files {
				put(t, root, name, text)
			}
			got, err := generator.Locate(filepath.Join(root, filepath.FromSlash(tt.dir)))
			if err != nil {
				t.Fatal(err)
			}
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
		{"a blank in the path", "module m.com\n", "my graph", "cannot hold a Go package"},
		{"not ASCII", "module m.com\n", "größe", "cannot hold a Go package"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := t.TempDir()
			put(t, root, "go.mod", tt.mod)
			if got, err := generator.Locate(filepath.Join(root, tt.dir)); err == nil || !strings.Contains(err.Error(), tt.want) {
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
	if _, err := generator.Locate(filepath.Join(root, "graph")); err == nil {
		t.Error("a folder was read as go.mod")
	}
}
