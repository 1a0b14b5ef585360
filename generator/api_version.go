package generator

import (
	"cmp"
	"path"

	"github.com/mdwire/mdwire/generator/exampletest"
	"github.com/mdwire/mdwire/generator/fingerprint"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
	"github.com/mdwire/mdwire/templates"
)

// versionRun generates the packages of one API version, in two stages: plan, then
// render.
type versionRun struct {
	opts     *Options
	previous *previous
	dir      string // folder of the version, "" for the output folder itself
	state    VersionState
	files    []File

	pkg          *plan.Package // nil when there is nothing to render
	groups       []*plan.Group // for each of state.Groups; nil when it is reused
	dependencies fingerprint.Dependencies
}

// plan makes the plan, unless the previous run had the same input.
func (v *versionRun) plan(spec *ir.Spec) error {
	old := v.previous.version(v.state.Version)
	var operations map[*ir.Operation]string
	if v.previous != nil {
		v.state.Input, operations = v.inputFingerprint(spec)
		if v.reuseAll(old) {
			return nil
		}
	}
	planned, err := v.newPlan(spec)
	if err != nil {
		return err
	}
	v.state.Common = Part{
		Account:     Account{Operations: planned.Operations},
		Diagnostics: planned.Diagnostics,
	}
	v.state.Skipped = planned.Skipped
	for _, n := range planned.Names {
		v.state.Names = append(v.state.Names, Name{v.state.Version, n.Page, n.Part, n.Type, n.Body, n.Place, n.Go})
	}
	if planned.Operations > 0 {
		v.pkg = planned.Package
		v.findGroups(old, operations)
	}
	return nil
}

func (v *versionRun) newPlan(spec *ir.Spec) (plan.Outcome, error) {
	reserved, err := templates.Declared(templates.Client)
	if err != nil {
		return plan.Outcome{}, err
	}
	importers, err := templates.Declared(templates.Server, templates.ExampleTest)
	if err != nil {
		return plan.Outcome{}, err
	}
	var given []plan.Name
	for _, n := range v.opts.Given {
		if n.Version == v.state.Version {
			given = append(given, plan.Name{Page: n.Page, Part: n.Part, Type: n.Type, Body: n.Body, Place: n.Place, Go: n.Go})
		}
	}
	return plan.New(spec, plan.Options{
		Name: cmp.Or(v.opts.Package, v.dir, v.opts.Folder), ImportPath: path.Join(v.opts.ImportPath, v.dir), Version: v.state.Version,
		Selected: v.opts.Selected, UserNames: v.opts.Names, Prefix: v.opts.Prefix, Namespace: v.opts.Namespace, Given: given,
		Reserved: reserved, ReservedInImporters: importers,
	}), nil
}

// findGroups lists the groups of the plan. Those that are the same as in the
// previous run are reused. operations is as in [fingerprint.Groups].
func (v *versionRun) findGroups(old VersionState, operations map[*ir.Operation]string) {
	groups := v.pkg.Groups()
	fingerprints := make([]string, len(groups))
	if v.previous != nil {
		v.state.Shared = fingerprint.Shared(v.pkg)
		fingerprints = fingerprint.Groups(v.pkg, groups, operations)
		v.dependencies = fingerprint.NewDependencies(v.pkg)
	}
	before := v.reusable(old)
	for i, g := range groups {
		state := GroupState{Name: g.Name, Fingerprint: fingerprints[i]}
		if reused, ok := before[g.Name]; ok && v.isSame(reused, state) {
			state, g = reused, nil
			v.addUnchanged(reused.Part)
		}
		v.state.Groups = append(v.state.Groups, state)
		v.groups = append(v.groups, g)
	}
}

// render renders the planned packages, all groups in parallel: the renderer
// shares only the plan, which does not change any more.
func (v *versionRun) render() error {
	if v.pkg == nil {
		return nil
	}
	r := &renderer{v.dir, v.pkg, exampletest.New(v.pkg), v.previous}
	all := make([]*rendered, len(v.groups)+1)
	common := len(v.groups)
	parallel.ForEach(len(all), func(i int) {
		switch {
		case i == common:
			all[i] = r.common()
		case v.groups[i] != nil:
			all[i] = r.group(v.groups[i])
		default:
			all[i] = &rendered{}
		}
		r.identify(all[i].files)
	})
	if err := check(all); err != nil {
		return err
	}
	for i, g := range v.groups {
		if g != nil {
			v.addGroup(&v.state.Groups[i], all[i])
		}
	}
	v.addFiles(&v.state.Common, all[common].files)
	return nil
}

// addGroup adds the output for a group to the state.
func (v *versionRun) addGroup(to *GroupState, g *rendered) {
	v.addFiles(&to.Part, g.files)
	to.Account.add(Account{
		Examples: g.tests.Documented, Tested: g.tests.Tested, ExamplesExplained: len(g.tests.Untested), Tolerances: g.tests.Tolerances,
	})
	to.Untested = g.tests.Untested
	to.DependsOn = g.tests.DependsOn
	to.Dependencies = v.dependencies.Of(to.DependsOn)
}

func (v *versionRun) addFiles(to *Part, files []file) {
	for _, f := range files {
		v.files = append(v.files, File{Path: f.Path, Data: f.data, SHA256: f.SHA256})
		to.Files = append(to.Files, f.FileState)
	}
}

// addUnchanged adds the files of a part that is reused.
func (v *versionRun) addUnchanged(p Part) {
	for _, f := range p.Files {
		v.files = append(v.files, File{Path: f.Path, SHA256: f.SHA256})
	}
}
