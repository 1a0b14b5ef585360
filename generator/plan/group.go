package plan

import (
	"cmp"
	"slices"

	"github.com/mdwire/mdwire/generator/gocode"
)

// Group is a service and the types named after the same resource, which a change
// of a page usually changes together. Their files have the same name.
type Group struct {
	Name     string
	Services []*Service
	Types    []*Type
}

// Groups returns the groups of a plan by name.
func (p *Package) Groups() []*Group {
	byName := map[string]*Group{}
	var groups []*Group
	of := func(file string) *Group {
		name := gocode.FileName(file, "")
		if byName[name] == nil {
			byName[name] = &Group{Name: name}
			groups = append(groups, byName[name])
		}
		return byName[name]
	}
	for _, s := range p.Services {
		g := of(s.File)
		g.Services = append(g.Services, s)
	}
	for _, t := range p.Types {
		g := of(t.File)
		g.Types = append(g.Types, t)
	}
	slices.SortFunc(groups, func(a, b *Group) int { return cmp.Compare(a.Name, b.Name) })
	return groups
}
