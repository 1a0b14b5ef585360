package plan

import (
	"slices"

	"github.com/mdwire/mdwire/parallel"
	"github.com/mdwire/mdwire/validate"
)

// openBodies makes types of request bodies open if an example sends a property
// that the page's tables do not have: a caller must be able to send it, too.
func openBodies(pkg *Package, bodies map[*Method][]exampleBody) {
	c := NewChecker(pkg, true)
	found := make([][]*Type, len(pkg.Services))
	parallel.ForEach(len(pkg.Services), func(i int) { found[i] = c.Clone().incomplete(pkg.Services[i], bodies) })
	for _, t := range slices.Concat(found...) {
		t.Open, t.KeepsUndeclared = true, true
	}
	for _, t := range pkg.Types {
		for b := t.Base; b != nil && !t.KeepsUndeclared; b = b.Base {
			t.KeepsUndeclared = b.KeepsUndeclared
		}
	}
}

// incomplete returns the types that do not declare all properties in the example
// requests of a service.
func (c *Checker) incomplete(s *Service, bodies map[*Method][]exampleBody) []*Type {
	var types []*Type
	for _, m := range s.Methods {
		if m.Body.Kind != JSONBody {
			continue
		}
		for _, body := range bodies[m] {
			text, _ := validate.ParseValid(string(body.text))
			result := validate.Check(text, c.jsonType(m.Body.Type), m.Body.Type.Slice, validate.Options{Sent: true, Undeclared: true})
			for i := range result.Undeclared {
				if u := &result.Undeclared[i]; isLost(u) {
					types = append(types, plannedType(u))
				}
			}
		}
	}
	return types
}
