package generator

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/client"
	"github.com/mdwire/mdwire/generator/cores"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/generator/server"
	"github.com/mdwire/mdwire/generator/tests"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/templates"
)

// version is the work on one API version: what is planned, what it has made, and
// the files that are part of it.
type version struct {
	opts  Options
	dir   string
	pkg   *plan.Package // what is to be written, nil for nothing
	now   Past
	files []File

	calls   map[*ir.Operation]string // prints of pages
	besides map[string]string        // prints of what groups look at in others
}

// prepare plans a version, unless it is as it was.
func (v *version) prepare(spec *ir.Spec) error {
	var past Past
	if v.opts.Standing != nil {
		input, calls := inputPrint(spec, v.now.Version)
		v.now.Input, v.calls = v.dir+"\x00"+input, calls
		if i := slices.IndexFunc(v.opts.Past, func(p Past) bool { return p.Version == v.now.Version }); i >= 0 {
			past = v.opts.Past[i]
		}
	}
	if v.asBefore(past) {
		return nil
	}
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
	if out.Operations > 0 {
		v.pkg = out.Package
		v.findGroups(past)
	}
	return nil
}

// findGroups lists the groups of a plan. Those that are made from the same as in
// an earlier run are taken from it, and left out of the plan's writing.
func (v *version) findGroups(past Past) {
	var prints map[string]string
	if v.opts.Standing != nil {
		v.now.Shared = sharedPrint(v.pkg)
		prints = groupPrints(v.pkg, v.calls)
		v.besides = besidePrints(v.pkg)
	}
	before := map[string]Group{}
	if v.now.Shared == past.Shared {
		for _, g := range past.Groups {
			before[g.Name] = g
		}
	}
	for _, name := range plan.Groups(v.pkg) {
		if g, ok := before[name]; ok && g.Print == prints[name] && g.Beside == v.beside(g.Looked) && v.again(g.Part) {
			v.pkg.Skip(name)
			v.now.Groups = append(v.now.Groups, g)
			continue
		}
		v.now.Groups = append(v.now.Groups, Group{Name: name, Print: prints[name], Beside: v.beside(nil)})
	}
}

// target is a package that a version is written to.
type target struct {
	set    templates.Set
	dir    string
	name   string
	ending string
	write  func() []*gocode.File
	files  []File
	err    error
}

// write renders the packages of a plan, side by side: what writes them shares
// the plan alone, and does not change it.
func (v *version) write() error {
	if v.pkg == nil {
		return nil
	}
	var suite *tests.Suite
	none := func() []*gocode.File { return nil }
	targets := []*target{
		{set: templates.Client, dir: v.dir, name: v.pkg.Name, ending: "_gen.go", write: func() []*gocode.File { return client.Files(v.pkg) }},
		{set: templates.Server, dir: path.Join(v.dir, "server"), name: "server", ending: "_gen.go", write: func() []*gocode.File { return server.Files(v.pkg) }},
		{set: templates.ServerTest, dir: path.Join(v.dir, "server", "servertest"), name: "servertest", write: none},
		{set: templates.ExampleTest, dir: path.Join(v.dir, "exampletest"), name: "exampletest", ending: "_gen_test.go", write: func() []*gocode.File {
			suite = tests.New(v.pkg)
			return suite.Files
		}},
	}
	var work []func()
	for _, t := range targets {
		work = append(work, func() { t.render(v.opts.Standing) })
	}
	cores.Alongside(work...)
	groups := v.groups()
	for _, t := range targets {
		if t.err != nil {
			return t.err
		}
		for _, f := range t.files {
			v.add(groups.of(strings.TrimSuffix(path.Base(f.Path), t.ending)), f)
		}
		if err := v.addSupport(t); err != nil {
			return err
		}
	}
	v.addTests(suite, groups)
	return nil
}

func (t *target) render(standing standing) {
	files := t.write()
	if t.err = distinct(t.set, files); t.err == nil {
		t.files, t.err = render(t.dir, files, standing)
	}
}

// addSupport adds the code that is copied whole into a package.
func (v *version) addSupport(t *target) error {
	imports := map[templates.Set]string{templates.Client: v.pkg.ImportPath, templates.Server: v.pkg.ImportPath + "/server"}
	files, err := supportFiles(t.set, templates.Target{Package: t.name, Imports: imports})
	for _, f := range files {
		f.Path = path.Join(t.dir, f.Path)
		v.add(&v.now.Common, f)
	}
	return err
}

// addTests adds what the tests have beside their files of Go.
func (v *version) addTests(suite *tests.Suite, groups partsByGroup) {
	for _, p := range suite.Parts {
		name := plan.Group(p.Service.File)
		to := groups.of(name)
		to.Account.add(Account{Examples: p.Documented, Tested: p.Tested, ExamplesExplained: len(p.Untested)})
		to.Untested = append(to.Untested, p.Untested...)
		for _, f := range p.Data {
			v.add(to, File{Path: path.Join(v.dir, "exampletest", f.Path), Data: f.Bytes})
		}
		if g := groups.groups[name]; v.opts.Standing != nil {
			g.Looked = append(g.Looked, p.Beside...)
			g.Beside = v.beside(g.Looked)
		}
	}
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
