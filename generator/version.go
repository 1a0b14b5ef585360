package generator

import (
	"path"
	"slices"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/generator/tests"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
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

	groups  []*plan.Group            // for each of now.Groups, what is to be written; nil when its files stand
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
		Selected: v.opts.Selected, UserNames: v.opts.Names, Reserved: reserved, ReservedInImporters: elsewhere,
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
// an earlier run are taken from it, and not written.
func (v *version) findGroups(past Past) {
	groups := v.pkg.Groups()
	prints := make([]string, len(groups))
	if v.opts.Standing != nil {
		v.now.Shared = sharedPrint(v.pkg)
		prints = groupPrints(v.pkg, groups, v.calls)
		v.besides = besidePrints(v.pkg)
	}
	before := map[string]Group{}
	if v.now.Shared == past.Shared {
		for _, g := range past.Groups {
			before[g.Name] = g
		}
	}
	for i, g := range groups {
		if past, ok := before[g.Name]; ok && past.Print == prints[i] && past.Beside == v.beside(past.Looked) && v.again(past.Part) {
			v.now.Groups = append(v.now.Groups, past)
			v.groups = append(v.groups, nil)
			continue
		}
		v.now.Groups = append(v.now.Groups, Group{Name: g.Name, Print: prints[i]})
		v.groups = append(v.groups, g)
	}
}

// write writes the packages of a plan, each group for itself: what writes them
// shares the plan alone, and does not change it.
func (v *version) write() error {
	if v.pkg == nil {
		return nil
	}
	w := &writing{v.dir, v.pkg, tests.New(v.pkg), v.opts.Standing}
	all := make([]*written, len(v.groups)+1)
	parallel.ForEach(len(all), func(i int) {
		switch {
		case i == len(v.groups):
			all[i] = w.common()
		case v.groups[i] != nil:
			all[i] = w.group(v.groups[i])
		default:
			all[i] = &written{}
		}
		identify(all[i].files)
	})
	if err := check(all); err != nil {
		return err
	}
	for i, g := range v.groups {
		if g != nil {
			v.addGroup(&v.now.Groups[i], all[i])
		}
	}
	v.add(&v.now.Common, all[len(v.groups)].files...)
	return nil
}

// addGroup adds what was written of a group.
func (v *version) addGroup(to *Group, g *written) {
	v.add(&to.Part, g.files...)
	to.Account.add(Account{Examples: g.tests.Documented, Tested: g.tests.Tested, ExamplesExplained: len(g.tests.Untested)})
	to.Untested = g.tests.Untested
	to.Looked = g.tests.Beside
	to.Beside = v.beside(to.Looked)
}
