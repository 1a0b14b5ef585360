package generator

import (
	"maps"
	"slices"
	"strconv"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/exampletest"
	"github.com/mdwire/mdwire/generator/fingerprint"
	"github.com/mdwire/mdwire/ir"
)

// State is passed from one run to the next. It is plain data that any codec can
// store; only the same build of mdwire can use it.
type State struct {
	Versions []VersionState
}

// VersionState is the state of one API version.
type VersionState struct {
	Version string
	Input   string   // fingerprint of the pages and options
	Shared  string   // see [fingerprint.Shared]
	Skipped []string // pages, one for each operation that is not generated
	Names   []Name
	Common  Part // files that belong to no group
	Groups  []GroupState
}

// GroupState is the state of a group: a service and the types named after the same
// resource.
type GroupState struct {
	Name         string
	Fingerprint  string   // of the services and types
	DependsOn    []string // see [exampletest.Part.DependsOn]
	Dependencies string   // their fingerprint
	Part
}

// Part is the output for a group, or the common output of all groups.
type Part struct {
	Files       []FileState
	Account     Account
	Diagnostics []diag.Diagnostic
	Untested    []exampletest.Untested
}

// FileState identifies a generated file.
type FileState struct {
	Path   string
	SHA256 string // of the content, in hexadecimal
	Source string // SHA-256 of the code before formatting; "" for files that are not formatted
}

// previous is the state of the previous run together with those of its files that
// are still on disk and unchanged. A nil *previous holds nothing.
type previous struct {
	state State
	files map[string]FileState
}

// newPrevious returns nil if the run is not incremental.
func newPrevious(opts *Options) *previous {
	if opts.OnDisk == nil {
		return nil
	}
	p := &previous{opts.Previous, map[string]FileState{}}
	add := func(files []FileState) {
		for _, f := range files {
			if f.SHA256 != "" && opts.OnDisk(f.Path) == f.SHA256 {
				p.files[f.Path] = f
			}
		}
	}
	for _, v := range p.state.Versions {
		add(v.Common.Files)
		for _, g := range v.Groups {
			add(g.Files)
		}
	}
	return p
}

// version returns the previous state of a version, the zero VersionState if there
// is none.
func (p *previous) version(name string) VersionState {
	if p != nil {
		for _, v := range p.state.Versions {
			if v.Version == name {
				return v
			}
		}
	}
	return VersionState{}
}

// file returns a file of the previous run that is still on disk.
func (p *previous) file(path string) (FileState, bool) {
	if p == nil {
		return FileState{}, false
	}
	f, ok := p.files[path]
	return f, ok
}

// has reports whether all files of a part are still on disk.
func (p *previous) has(part Part) bool {
	return p != nil && !slices.ContainsFunc(part.Files, func(f FileState) bool {
		_, ok := p.files[f.Path]
		return !ok
	})
}

// inputFingerprint returns the fingerprint of the pages of a version and of the
// options that affect its output. operations is as in [fingerprint.Pages].
func (v *versionRun) inputFingerprint(spec *ir.Spec) (input string, operations map[*ir.Operation]string) {
	pages, operations := fingerprint.Pages(spec, v.state.Version)
	parts := []string{v.dir, pages, v.opts.Package, v.opts.Folder, v.opts.ImportPath, v.opts.Prefix, v.opts.Namespace}
	for _, key := range slices.Sorted(maps.Keys(v.opts.Names)) {
		parts = append(parts, key, v.opts.Names[key])
	}
	for _, n := range v.opts.Given {
		if n.Version == v.state.Version {
			parts = append(parts, n.Page, n.Part, n.Type, n.Go)
		}
	}
	var selected []byte
	for i := range spec.Operations {
		if op := &spec.Operations[i]; op.Version == v.state.Version {
			selected = strconv.AppendBool(selected, v.opts.selects(op))
		}
	}
	return fingerprint.Strings(append(parts, string(selected))...), operations
}

// reuseAll takes over everything that the previous run has made of the same
// pages.
func (v *versionRun) reuseAll(old VersionState) bool {
	if old.Input == "" || old.Input != v.state.Input || !v.previous.has(old.Common) {
		return false
	}
	for _, g := range old.Groups {
		if !v.previous.has(g.Part) {
			return false
		}
	}
	v.state = old
	v.addUnchanged(old.Common)
	for _, g := range old.Groups {
		v.addUnchanged(g.Part)
	}
	return true
}

// reusable returns the groups of the previous run, by name, whose files are still
// on disk.
func (v *versionRun) reusable(old VersionState) map[string]GroupState {
	groups := map[string]GroupState{}
	if old.Shared != v.state.Shared {
		return groups
	}
	for _, g := range old.Groups {
		if v.previous.has(g.Part) {
			groups[g.Name] = g
		}
	}
	return groups
}

// isSame reports whether code and tests of a group would be the same as in the
// previous run. current has the fingerprint of the group's plan.
func (v *versionRun) isSame(old, current GroupState) bool {
	return old.Fingerprint == current.Fingerprint && old.Dependencies == v.dependencies.Of(old.DependsOn)
}
