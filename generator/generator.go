// Package generator makes Go from what pages say: a client, route handlers and
// tests from the pages' examples. A spec goes in; files come out, in memory,
// with findings about what could not be generated. It knows no Markdown.
package generator

import (
	"cmp"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/client"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/generator/server"
	"github.com/mdwire/mdwire/generator/tests"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/templates"
)

// Options say what to generate and where it will stand.
type Options struct {
	Package    string // name of the client package: "graph"
	ImportPath string // of the output folder
	// Selected tells which operations to generate; nil selects all.
	Selected func(*ir.Operation) bool
}

// File is a generated file. Path is slash-separated, below the output folder.
type File struct {
	Path string
	Data []byte
}

// Result is what one run makes.
type Result struct {
	Files       []File // by path
	Diagnostics []diag.Diagnostic
	Account     Account
}

// Account tells what became of the pages: each selected page is an operation
// or explained by a finding, each documented example tested or explained.
type Account struct {
	Pages, Operations, Explained        int
	Examples, Tested, ExamplesExplained int
}

// Generate writes the packages for the selected operations of a spec. Pages of
// one API version are written to the output folder itself, pages of several to
// a folder each: their types differ and must not mix.
func Generate(spec *ir.Spec, opts Options) (*Result, error) {
	res := &Result{}
	versions := selectedVersions(spec, opts)
	for _, version := range versions {
		dir := ""
		if len(versions) > 1 {
			dir = versionFolder(version, versions)
		}
		if err := generateVersion(res, spec, version, dir, opts); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(res.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(res.Diagnostics, diag.Compare)
	return res, nil
}

func selectedVersions(spec *ir.Spec, opts Options) []string {
	var versions []string
	for i := range spec.Operations {
		op := &spec.Operations[i]
		if opts.Selected == nil || opts.Selected(op) {
			versions = append(versions, op.Version)
		}
	}
	slices.Sort(versions)
	return slices.Compact(versions)
}

// versionFolder names the folder of a version: "v1" for "v1.0", as Go's import
// paths do; "v1_1" where several begin alike.
func versionFolder(version string, all []string) string {
	major, _, _ := strings.Cut(version, ".")
	if major == "" {
		return "unversioned"
	}
	alike := func(other string) bool {
		m, _, _ := strings.Cut(other, ".")
		return other != version && strings.EqualFold(m, major)
	}
	if slices.ContainsFunc(all, alike) {
		return strings.ReplaceAll(gocode.PathName(version), "-", "_")
	}
	return gocode.FileName(major, "")
}

func generateVersion(res *Result, spec *ir.Spec, version, dir string, opts Options) error {
	reserved, err := templates.Declared(templates.Client)
	if err != nil {
		return err
	}
	elsewhere, err := templates.Declared(templates.Server, templates.ExampleTest)
	if err != nil {
		return err
	}
	name := opts.Package
	if dir != "" {
		name = dir
	}
	out := plan.New(spec, plan.Options{
		Name: name, ImportPath: path.Join(opts.ImportPath, dir), Version: version,
		Selected: opts.Selected, Reserved: reserved, Elsewhere: elsewhere,
	})
	res.Diagnostics = append(res.Diagnostics, out.Diagnostics...)
	res.Account.Pages += out.Operations + len(out.Skipped)
	res.Account.Operations += out.Operations
	res.Account.Explained += len(out.Skipped)
	if out.Operations == 0 {
		return nil
	}
	return writePackages(res, out.Package, dir)
}

// writePackages renders the three packages of a plan.
func writePackages(res *Result, pkg *plan.Package, dir string) error {
	examples := tests.New(pkg)
	res.Diagnostics = append(res.Diagnostics, examples.Diagnostics...)
	res.Account.Examples += examples.Documented
	res.Account.Tested += examples.Tested
	res.Account.ExamplesExplained += len(examples.Explained)
	imports := map[templates.Set]string{templates.Client: pkg.ImportPath, templates.Server: pkg.ImportPath + "/server"}
	parts := []struct {
		set   templates.Set
		dir   string
		name  string
		files []*gocode.File
	}{
		{templates.Client, dir, pkg.Name, client.Files(pkg)},
		{templates.Server, path.Join(dir, "server"), "server", server.Files(pkg)},
		{templates.ExampleTest, path.Join(dir, "exampletest"), "exampletest", examples.Files},
	}
	for _, part := range parts {
		if err := distinct(part.set, part.files); err != nil {
			return err
		}
		files, err := render(part.files)
		if err != nil {
			return err
		}
		support, err := supportFiles(part.set, templates.Target{Package: part.name, Imports: imports})
		if err != nil {
			return err
		}
		for _, f := range append(files, support...) {
			f.Path = path.Join(part.dir, f.Path)
			res.Files = append(res.Files, f)
		}
	}
	for _, f := range examples.Data {
		res.Files = append(res.Files, File{Path: path.Join(dir, "exampletest", f.Path), Data: f.Bytes})
	}
	return nil
}

// distinct checks that no name is declared twice in a package: that would be a
// fault of the planner, and better told than compiled.
func distinct(set templates.Set, files []*gocode.File) error {
	names, err := templates.Declared(set)
	if err != nil {
		return err
	}
	for _, f := range files {
		names = append(names, f.Declared()...)
	}
	slices.Sort(names)
	for i := 1; i < len(names); i++ {
		if names[i] == names[i-1] && names[i] != "_" {
			return fmt.Errorf("generated code would declare %s twice (a fault of mdwire)", names[i])
		}
	}
	return nil
}

// docFile is the support packages' own package comment, which says what they
// are here, not what the copies are.
const docFile = "doc.go"

func supportFiles(set templates.Set, to templates.Target) ([]File, error) {
	sources, err := templates.Files(set)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, src := range sources {
		if src.Name != docFile {
			files = append(files, File{Path: src.Name, Data: src.Copy(gocode.Header, to)})
		}
	}
	return files, nil
}

// render formats files on all cores.
func render(planned []*gocode.File) ([]File, error) {
	files := make([]File, len(planned))
	errs := make([]error, len(planned))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				files[i].Path, files[i].Data, errs[i] = planned[i].Render()
			}
		})
	}
	for i := range planned {
		next <- i
	}
	close(next)
	workers.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("generated code is not what was planned (a fault of mdwire): %w", err)
		}
	}
	return files, nil
}
