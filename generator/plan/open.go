package plan

import (
	"slices"

	"github.com/mdwire/mdwire/parallel"
)

// openBodies lets the types of request bodies take further properties where an
// example sends some that the page's tables lack: what a page shows being sent,
// a caller must be able to send.
func openBodies(pkg *Package) {
	fit := NewFit(pkg, true)
	lacking := make([][]*Type, len(pkg.Services))
	parallel.ForEach(len(pkg.Services), func(i int) { lacking[i] = fit.Apart().lacking(pkg.Services[i]) })
	for _, t := range slices.Concat(lacking...) {
		t.Open, t.KeepsUndeclared = true, true
	}
}

// lacking returns the types that lack members which the examples of a service
// send.
func (f *Fit) lacking(s *Service) []*Type {
	var types []*Type
	note := func(t *Type) { types = append(types, t) }
	for _, m := range s.Methods {
		if m.Body.Kind != JSONBody {
			continue
		}
		bodies, _ := requestBodies(m.Op)
		for _, body := range bodies {
			f.fit(func(c *fitting) *Misfit {
				c.unknown = note
				return c.value("", body, m.Body.Type)
			})
		}
	}
	return types
}
