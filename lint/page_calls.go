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
func (p *Subject) Examples() []ir.Example { return p.examples }

// Permissions returns the permissions of all calls of the page. Those that
// several calls share are in the list once.
func (p *Subject) Permissions() []ir.Permission { return p.permissions }

// joinCalls sets what the calls of the page have together.
func (p *Subject) joinCalls() {
	for i := range p.Operations {
		op := &p.Operations[i]
		if i == 0 {
			p.examples, p.permissions = slices.Clip(op.Examples), slices.Clip(op.Permissions)
			continue
		}
		p.examples = append(p.examples, op.Examples...)
		if !slices.EqualFunc(op.Permissions, p.Operations[i-1].Permissions, sameRow) {
			p.permissions = append(p.permissions, op.Permissions...)
		}
	}
}

func sameRow(a, b ir.Permission) bool { return a.At == b.At && a.Kind == b.Kind }
