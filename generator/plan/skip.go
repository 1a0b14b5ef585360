package plan

import (
	"slices"

	"github.com/mdwire/mdwire/generator/gocode"
)

// Group is the files that hold a service and the types named after the same
// resource: what a change of one page usually changes.
func Group(file string) string { return gocode.FileName(file, "") }

// Groups returns the groups of a plan by name.
func Groups(p *Package) []string {
	var names []string
	for _, s := range p.Services {
		names = append(names, Group(s.File))
	}
	for _, t := range p.Types {
		names = append(names, Group(t.File))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Skip tells the writers to leave a group out: its files stand already.
func (p *Package) Skip(group string) {
	if p.skipped == nil {
		p.skipped = map[string]bool{}
	}
	p.skipped[group] = true
}

// Skips reports whether the code that goes to a file, as named by a Service or a
// Type, is left out.
func (p *Package) Skips(file string) bool { return len(p.skipped) > 0 && p.skipped[Group(file)] }
