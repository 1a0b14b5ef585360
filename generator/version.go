package generator

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/client"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/generator/server"
	"github.com/mdwire/mdwire/generator/tests"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/templates"
)

// version is the work on one API version: what it has made, and the files that
// are part of it.
type version struct {
	opts  Options
	dir   string
	now   Past
	files []File
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
