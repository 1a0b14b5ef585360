package lint

import (
	"iter"
	"slices"

	"github.com/mdwire/mdwire/ir"
)

// DocumentsCall reports whether the page documents a call.
func (p *Subject) DocumentsCall() bool { return len(p.Operations) > 0 }

// Routes yields the routes of all calls of the page.
func (p *Subject) Routes() iter.Seq[*ir.Route] {
	return func(yield func(*ir.Route) bool) {
		for i := range p.Operations {
			for k := range p.Operations[i].Routes {
				if !yield(&p.Operations[i].Routes[k]) {
					return
				}
			}
		}
	}
}

// Examples returns the examples of all calls of the page.
func (p *Subject) Examples() []ir.Example {
	switch len(p.Operations) {
	case 0:
		return nil
	case 1:
		return p.Operations[0].Examples
	}
	if p.examples == nil {
		for i := range p.Operations {
			p.examples = append(p.examples, p.Operations[i].Examples...)
		}
	}
	return p.examples
}

// Permissions returns the permissions of all calls of the page. Those that
// several calls share are in the list once.
func (p *Subject) Permissions() []ir.Permission {
	switch len(p.Operations) {
	case 0:
		return nil
	case 1:
		return p.Operations[0].Permissions
	}
	if p.permissions == nil {
		for i := range p.Operations {
			own := p.Operations[i].Permissions
			if i == 0 || !slices.EqualFunc(own, p.Operations[i-1].Permissions, sameRow) {
				p.permissions = append(p.permissions, own...)
			}
		}
	}
	return p.permissions
}

func sameRow(a, b ir.Permission) bool { return a.At == b.At && a.Kind == b.Kind }
