// Package generator makes Go from what pages say: a client, route handlers and
// tests from the pages' examples. A spec goes in; files come out, in memory,
// with findings about what could not be generated. It knows no Markdown.
package generator

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

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
	// Names are those that the user chose: for a page's file name, such as
	// "message-move", a service and method ("Message.Transfer"); for a type, such
	// as "microsoft.graph.message", a Go name. CheckName tells which can be.
	Names map[string]string
	// Standing tells of the files that stand in the output folder as an earlier
	// run wrote them, with the same build of mdwire and the same options. One
	// that would be written again just so is not rendered. It may be nil; then
	// the result has no Past.
	Standing func(path string) (Standing, bool)
	// Past is that of the result of the earlier run.
	Past []Past
}

// File is a generated file. Path is slash-separated, below the output folder.
type File struct {
	Path string
	Data []byte // nil for a file that stands already, see Options
	Standing
}

// Standing identifies what a file holds. Generate fills it in.
type Standing struct {
	SHA256 string // of the file, in hexadecimal
	Source string // hash of what it was formatted from; "" for what is not formatted
}

// Result is what one run makes.
type Result struct {
	Files       []File // by path
	Diagnostics []diag.Diagnostic
	Untested    []tests.Untested // the examples of which no test is made; each is among the diagnostics too
	Account     Account
	Past        []Past // for the Options of the next run
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
	res := &Result{Diagnostics: unusedNames(spec, opts.Names)}
	for _, name := range opts.Names {
		if err := CheckName(name); err != nil {
			return nil, err
		}
	}
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
	identify(res.Files)
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

func generateVersion(res *Result, spec *ir.Spec, name, dir string, opts Options) error {
	v := &version{opts: opts, dir: dir, now: Past{Version: name}}
	var past Past
	if opts.Standing != nil {
		v.now.Input = dir + "\x00" + inputPrint(spec, name)
		if i := slices.IndexFunc(opts.Past, func(p Past) bool { return p.Version == name }); i >= 0 {
			past = opts.Past[i]
		}
	}
	if !v.asBefore(past) {
		if err := v.generate(spec, past); err != nil {
			return err
		}
	}
	res.take(v)
	return nil
}

// generate plans a version, and writes what is not as it was.
func (v *version) generate(spec *ir.Spec, past Past) error {
	reserved, err := templates.Declared(templates.Client)
	if err != nil {
		return err
	}
	elsewhere, err := templates.Declared(templates.Server, templates.ExampleTest)
	if err != nil {
		return err
	}
	name := v.opts.Package
	if v.dir != "" {
		name = v.dir
	}
	out := plan.New(spec, plan.Options{
		Name: name, ImportPath: path.Join(v.opts.ImportPath, v.dir), Version: v.now.Version,
		Selected: v.opts.Selected, Names: v.opts.Names, Reserved: reserved, Elsewhere: elsewhere,
	})
	v.now.Common = Part{
		Account:     Account{Pages: out.Operations + len(out.Skipped), Operations: out.Operations, Explained: len(out.Skipped)},
		Diagnostics: out.Diagnostics,
	}
	if out.Operations == 0 {
		return nil
	}
	v.findGroups(out.Package, past)
	return v.writePackages(out.Package)
}

// findGroups lists the groups of a plan. Those that are made from the same as in
// an earlier run are taken from it, and left out of the plan's writing.
func (v *version) findGroups(pkg *plan.Package, past Past) {
	var prints map[string]string
	if v.opts.Standing != nil {
		v.now.Shared = sharedPrint(pkg)
		prints = groupPrints(pkg)
	}
	before := map[string]Group{}
	if v.now.Shared == past.Shared {
		for _, g := range past.Groups {
			before[g.Name] = g
		}
	}
	for _, name := range plan.Groups(pkg) {
		if g, ok := before[name]; ok && g.Print == prints[name] && v.again(g.Part) {
			pkg.Skip(name)
			v.now.Groups = append(v.now.Groups, g)
			continue
		}
		v.now.Groups = append(v.now.Groups, Group{Name: name, Print: prints[name]})
	}
}

// writePackages renders the three packages of a plan.
func (v *version) writePackages(pkg *plan.Package) error {
	w := writeAll(pkg)
	imports := map[templates.Set]string{templates.Client: pkg.ImportPath, templates.Server: pkg.ImportPath + "/server"}
	parts := []struct {
		set    templates.Set
		dir    string
		name   string
		ending string
		files  []*gocode.File
	}{
		{templates.Client, v.dir, pkg.Name, "_gen.go", w.client},
		{templates.Server, path.Join(v.dir, "server"), "server", "_gen.go", w.server},
		{templates.ServerTest, path.Join(v.dir, "server", "servertest"), "servertest", "", nil},
		{templates.ExampleTest, path.Join(v.dir, "exampletest"), "exampletest", "_gen_test.go", w.tests.Files},
	}
	groups := v.groups()
	for _, part := range parts {
		if err := distinct(part.set, part.files); err != nil {
			return err
		}
		files, err := render(part.dir, part.files, v.opts.Standing)
		if err != nil {
			return err
		}
		for _, f := range files {
			v.add(groups.of(strings.TrimSuffix(path.Base(f.Path), part.ending)), f)
		}
		support, err := supportFiles(part.set, templates.Target{Package: part.name, Imports: imports})
		if err != nil {
			return err
		}
		for _, f := range support {
			f.Path = path.Join(part.dir, f.Path)
			v.add(&v.now.Common, f)
		}
	}
	for _, p := range w.tests.Parts {
		to := groups.of(plan.Group(p.Service.File))
		to.Account.add(Account{Examples: p.Documented, Tested: p.Tested, ExamplesExplained: len(p.Untested)})
		to.Untested = append(to.Untested, p.Untested...)
		for _, f := range p.Data {
			v.add(to, File{Path: path.Join(v.dir, "exampletest", f.Path), Data: f.Bytes})
		}
	}
	return nil
}

// written is what the writers make of a plan.
type written struct {
	client, server []*gocode.File
	tests          *tests.Suite
}

// writeAll runs the writers side by side: they share the plan alone, and do not
// change it.
func writeAll(pkg *plan.Package) written {
	var w written
	alongside(
		func() { w.client = client.Files(pkg) },
		func() { w.server = server.Files(pkg) },
		func() { w.tests = tests.New(pkg) },
	)
	return w
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
