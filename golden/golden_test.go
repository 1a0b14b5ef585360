// Package golden contains the committed output for the bundled specs. The test
// compares it with the output of the generator. The packages are compiled and
// tested like all others. UPDATE_GOLDEN=1 rewrites them; read the difference
// before you commit it.
package golden

import (
	goparser "go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/output"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/specs"
)

// importPath is the import path of this folder.
const importPath = "github.com/mdwire/mdwire/golden"

func generate(t *testing.T) *generator.Result {
	t.Helper()
	read, err := parser.Load(specs.FS, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res, err := generator.Generate(read.Spec, generator.Options{Folder: "golden", ImportPath: importPath})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func lockedNames(names []generator.Name) []output.Name {
	var list []output.Name
	for _, n := range names {
		list = append(list, output.Name(n))
	}
	return list
}

// outputFiles returns generated files as files to write.
func outputFiles(files []generator.File) []output.File {
	var list []output.File
	for _, f := range files {
		list = append(list, output.File(f))
	}
	return list
}

func TestGolden(t *testing.T) {
	res := generate(t)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := output.Write(".", generator.Header, outputFiles(res.Files), output.Origin{Tool: "golden", Names: lockedNames(res.Names)}); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]string{}
	for _, f := range res.Files {
		want[f.Path] = string(f.Data)
	}
	have := committed(t)
	for name, text := range want {
		old, ok := have[name]
		if !ok {
			t.Errorf("missing: %s", name)
			continue
		}
		if diff := cmp.Diff(old, text); diff != "" {
			t.Errorf("changed: %s (-golden +generated)\n%s", name, diff)
		}
	}
	for name := range have {
		if _, ok := want[name]; !ok {
			t.Errorf("stale: %s is no longer generated", name)
		}
	}
}

// committed returns the files of this folder by path, except its tests and the
// lock file.
func committed(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if name == "dialect" { // the archives of TestDialect
			return fs.SkipDir
		}
		if err != nil || d.IsDir() || path.Ext(name) == ".go" && path.Dir(name) == "." || name == output.LockFile {
			return err
		}
		data, err := os.ReadFile(name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestAccount checks that each page and each example is either generated or
// explained.
func TestAccount(t *testing.T) {
	a := generate(t).Account
	if a.Operations+a.Explained != a.Pages || a.Pages == 0 {
		t.Errorf("pages do not add up: %+v", a)
	}
	if a.Tested+a.ExamplesExplained != a.Examples || a.Tested == 0 {
		t.Errorf("examples do not add up: %+v", a)
	}
}

// TestImports checks that generated code imports only the standard library and
// generated packages.
func TestImports(t *testing.T) {
	for _, f := range generate(t).Files {
		if path.Ext(f.Path) != ".go" {
			continue
		}
		tree, err := goparser.ParseFile(token.NewFileSet(), f.Path, f.Data, goparser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range tree.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if strings.Contains(imported, ".") && !strings.HasPrefix(imported, importPath+"/") {
				t.Errorf("%s imports %s", f.Path, imported)
			}
		}
	}
}
