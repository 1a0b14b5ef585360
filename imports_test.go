// Package mdwire holds what no single package can hold: the directions in which
// the packages may know each other.
package mdwire

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const module = "github.com/mdwire/mdwire/"

// ban says that the packages in and below a folder import nothing in and below
// others. A name with a dot in its first part is another module.
type ban struct {
	from   string
	to     []string
	except []string // packages that from may import all the same
	reason string
}

// folders are the module's folders that hold Go code. TestFolders holds the list
// against the disk.
var folders = []string{
	"cache", "change", "cmd", "config", "diag", "examples", "generate", "generator", "golden", "ir", "lint",
	"output", "parallel", "parser", "source", "specs", "templates", "tools", "validate",
}

// without returns the folders that are not among some.
func without(some ...string) []string {
	return slices.DeleteFunc(slices.Clone(folders), func(f string) bool { return slices.Contains(some, f) })
}

var bans = []ban{
	{
		"diag", folders, nil,
		"every package reports diagnostics, so diag depends on none",
	},
	{
		"ir", folders,
		[]string{"diag"},
		"the hand-over type knows neither where it was read from nor what is made of it",
	},
	{
		"parser", without("parser"),
		[]string{"diag", "ir", "parallel"},
		"what pages say must not depend on what is made of it; the parser knows no Go",
	},
	{
		"parser/page",
		[]string{"ir", "parser"},
		[]string{"parser/page"},
		"the Markdown stage knows no word of any API",
	},
	{
		"parser/lenient",
		[]string{"diag", "ir", "parser"},
		nil,
		"it reads JSON of any origin",
	},
	{
		"parser/message",
		[]string{"diag", "parser"},
		nil,
		"it reads HTTP messages of any origin",
	},
	{
		"parser/vocab", folders, nil,
		"words are data; every other package of the parser may use them",
	},
	{
		"parser/permission",
		[]string{"parser"},
		[]string{"parser/page", "parser/vocab"},
		"the parser uses it, never the reverse",
	},
	{
		"parser/link",
		[]string{"parser"},
		[]string{"parser/page", "parser/vocab"},
		"pages are linked after they are read, by what the IR says of them",
	},
	{
		"config", folders,
		[]string{"diag"},
		"config does not know the keys; the packages that use a key define it",
	},
	{
		"source", folders,
		[]string{"config", "diag"},
		"opening pages does not depend on their content",
	},
	{
		"change", folders, nil,
		"changes for callers are found in the Go code that they call, not in how it was generated",
	},
	{
		"cache", without("cache"),
		[]string{"diag", "ir", "parallel", "parser"},
		"the cache stores parsed pages and opaque values; it does not depend on their use",
	},
	{
		"validate", without("validate"),
		[]string{"diag", "ir"},
		"whether JSON fits a documented type does not depend on who asks: lint, the generator, a server",
	},
	{
		"lint", without("lint"),
		[]string{"config", "diag", "ir", "parallel", "parser", "validate"},
		"pages are checked for what they say, not for what mdwire makes of it today",
	},
	{
		"lint/rules",
		[]string{"config", "gopkg.in/yaml.v3"},
		nil,
		"a rule gets its settings from lint, which alone reads the configuration file",
	},
	{
		"lint/samples", folders, nil,
		"the pages that manuals show are data",
	},
	{
		"generate",
		[]string{"cmd", "examples", "golden", "lint", "templates", "tools"},
		nil,
		"a run from docs to files does not need the command line, and does not lint",
	},
	{
		"generator", without("generator"),
		[]string{"diag", "ir", "parallel", "templates", "validate"},
		"the generator knows no Markdown: a fact that it needs belongs into the IR",
	},
	{
		"generator",
		[]string{"os", "io/fs", "path/filepath"},
		nil,
		"the generator makes files in memory; output writes them to a folder",
	},
	{
		"output", without("output"),
		[]string{"parallel"},
		"files are written the same way whatever is in them",
	},
	{
		"generator/plan",
		[]string{"generator/client", "generator/server", "generator/exampletest"},
		nil,
		"every name is decided before anything is printed",
	},
	{
		"generator/fingerprint",
		[]string{"generator/client", "generator/server", "generator/exampletest"},
		nil,
		"fingerprints identify the plan, not the code that is made from it",
	},
	{
		"generator/client",
		[]string{"generator/server", "generator/exampletest"},
		nil,
		"the emitters share the plan and nothing else",
	},
	{
		"generator/server",
		[]string{"generator/client", "generator/exampletest"},
		nil,
		"the emitters share the plan and nothing else",
	},
	{
		"generator/exampletest",
		[]string{"generator/client", "generator/server"},
		nil,
		"the emitters share the plan and nothing else",
	},
	{
		"parallel", folders, nil,
		"a leaf",
	},
	{
		"tools",
		[]string{"cmd", "lint"},
		nil,
		"the tools use the packages that users can import",
	},
	{
		"templates", folders,
		[]string{"templates"},
		"support code is copied into output that imports only the standard library",
	},
	{
		"examples", folders,
		[]string{"golden"},
		"the examples show what users of generated code write, and users have nothing else of mdwire",
	},
	{
		"specs", folders, nil,
		"bundled pages are data",
	},
	{
		"",
		[]string{"github.com/yuin/goldmark"},
		[]string{"parser/page"},
		"one package turns Markdown into plain data; no goldmark node leaves it",
	},
	{
		"",
		[]string{"gopkg.in/yaml.v3"},
		[]string{"parser/page", "config", "lint"},
		"front matter is read where its offsets are known; config reads mdwire.yaml, of which lint reads its own values",
	},
	{
		"",
		[]string{"github.com/dave/jennifer"},
		[]string{"generator"},
		"page text reaches Go code only through the generator's own emitters",
	},
	{
		"",
		[]string{"github.com/spf13"},
		[]string{"cmd"},
		"what can be done from the command line can be done from Go without it",
	},
}

// within reports whether a package lies in or below a folder.
func within(pkg, folder string) bool {
	return folder == "" || pkg == folder || strings.HasPrefix(pkg, folder+"/")
}

func withinAny(pkg string, folders []string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return within(pkg, f) })
}

// breaks reports whether an import goes against the ban. For other modules the
// exceptions are the packages that may import them, for mdwire's own the ones
// that may be imported.
func (b ban) breaks(from, to string) bool {
	if !within(from, b.from) || !withinAny(to, b.to) {
		return false
	}
	if b.from == "" {
		return !withinAny(from, b.except)
	}
	return !withinAny(to, b.except) && !within(to, b.from)
}

func TestImportDirections(t *testing.T) {
	for from, imports := range moduleImports(t) {
		for _, to := range imports {
			for _, b := range bans {
				if b.breaks(from, to) {
					t.Errorf("%s imports %s: %s", from, to, b.reason)
				}
			}
		}
	}
}

// TestFolders fails on a folder of Go code that is not listed, and on a listed
// one that is gone. The README's first command writes to out.
func TestFolders(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, e := range entries {
		if e.IsDir() && e.Name() != "out" && holdsGo(t, e.Name()) {
			have = append(have, e.Name())
		}
	}
	if d := cmp.Diff(folders, have); d != "" {
		t.Errorf("folders (-listed +on disk); list a new one, and say in bans what it may not import:\n%s", d)
	}
}

// holdsGo reports whether there is Go code in or below a folder.
func holdsGo(t *testing.T, folder string) bool {
	t.Helper()
	found := false
	err := filepath.WalkDir(folder, func(file string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(file) == ".go" {
			found = true
			return fs.SkipAll
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestBansAreLive fails on a ban about folders that are gone.
func TestBansAreLive(t *testing.T) {
	imports := moduleImports(t)
	for _, b := range bans {
		if b.from == "" {
			continue
		}
		live := false
		for pkg := range imports {
			live = live || within(pkg, b.from)
		}
		if !live {
			t.Errorf("there is no package in %s any more (%s)", b.from, b.reason)
		}
	}
}

// moduleImports maps the module's packages to what their code, tests aside,
// imports; mdwire's own packages by their folder.
func moduleImports(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		file = filepath.ToSlash(file)
		if d.IsDir() {
			if strings.HasPrefix(file, ".") && file != "." {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") || strings.Contains(file, "testdata/") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(file)
		imports[pkg] = append(imports[pkg], nil...)
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports[pkg] = append(imports[pkg], strings.TrimPrefix(name, module))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
