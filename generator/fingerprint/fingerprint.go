// Package fingerprint identifies what generated code is made from. Pages and
// plans go in; hashes come out. When a fingerprint is the same as in an earlier
// run, the code made from it is the same too and need not be rendered again. All
// fingerprints are SHA-256 hashes in hexadecimal. The package does not know what
// the code looks like.
package fingerprint

import (
	"maps"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
)

// of returns the fingerprint of the value that v points to.
func of(v any) string {
	return encoder{}.sum(func(e *encoder) { e.value(v) })
}

// Strings returns the fingerprint of a list of strings.
func Strings(list ...string) string { return of(&list) }

// Pages returns the fingerprint of all pages of an API version, and those of its
// operations.
func Pages(spec *ir.Spec, version string) (all string, operations map[*ir.Operation]string) {
	ops := make([]string, len(spec.Operations))
	parallel.ForEach(len(ops), func(i int) {
		if op := &spec.Operations[i]; op.Version == version {
			ops[i] = of(op)
		}
	})
	types := make([]string, len(spec.Resources))
	parallel.ForEach(len(types), func(i int) {
		if r := &spec.Resources[i]; r.Version == version {
			types[i] = of(r)
		}
	})
	operations = map[*ir.Operation]string{}
	for i, sum := range ops {
		operations[&spec.Operations[i]] = sum
	}
	return Strings(version, strings.Join(ops, ""), strings.Join(types, "")), operations
}

// Shared returns the fingerprint of those parts of a plan that the code of every
// group uses.
func Shared(pkg *plan.Package) string {
	return Strings(pkg.Name, pkg.ImportPath, pkg.Version, pkg.Alias())
}

// Groups returns the fingerprint of each group: of its services and types, but not
// of other groups that they refer to. operations is as returned by Pages.
func Groups(pkg *plan.Package, groups []*plan.Group, operations map[*ir.Operation]string) []string {
	list := make([]string, len(groups))
	parallel.ForEach(len(groups), func(i int) {
		list[i] = encoder{operations: operations}.sum(func(e *encoder) {
			for _, s := range groups[i].Services {
				e.value(s)
				for _, m := range s.Methods {
					e.owners(pkg, m)
				}
			}
			for _, t := range groups[i].Types {
				e.value(t)
			}
		})
	})
	return list
}

// Dependencies holds the fingerprints of types and methods that the tests of other
// groups may depend on: types by name, methods by the first segments of their
// routes ("/users").
type Dependencies map[string]string

// NewDependencies computes the fingerprints of all types of a plan, and of its
// methods by the first segments of their routes.
func NewDependencies(pkg *plan.Package) Dependencies {
	parts := map[string][]func(*encoder){}
	for _, t := range pkg.Types {
		parts[t.Name] = append(parts[t.Name], func(e *encoder) { e.value(t) })
	}
	var methods []*plan.Method
	for _, s := range pkg.Services {
		methods = append(methods, s.Methods...)
	}
	sums := make([]string, len(methods)) // a method can have several first segments
	parallel.ForEach(len(methods), func(i int) {
		sums[i] = encoder{shared: true}.sum(func(e *encoder) {
			e.value(methods[i])
			e.owners(pkg, methods[i])
		})
	})
	for i, m := range methods {
		for _, segment := range m.FirstSegments() {
			parts[segment] = append(parts[segment], func(e *encoder) { e.text(sums[i]) })
		}
	}
	return sumAll(parts)
}

// sumAll returns the fingerprint of the parts of each name.
func sumAll(parts map[string][]func(*encoder)) Dependencies {
	names := slices.Collect(maps.Keys(parts))
	list := make([]string, len(names))
	parallel.ForEach(len(names), func(i int) {
		list[i] = encoder{shared: true}.sum(func(e *encoder) {
			for _, encode := range parts[names[i]] {
				encode(e)
			}
		})
	})
	sums := make(Dependencies, len(names))
	for i, name := range names {
		sums[name] = list[i]
	}
	return sums
}

// Of returns the fingerprint of the parts with the given names.
func (d Dependencies) Of(names []string) string {
	return encoder{}.sum(func(e *encoder) {
		for _, name := range names {
			e.text(name)
			e.text(d[name])
		}
	})
}

// owners encodes which methods have the handlers of a method's routes.
func (e *encoder) owners(pkg *plan.Package, m *plan.Method) {
	for _, r := range m.Routes {
		owner := pkg.Owner(m, r)
		e.text(owner.Key)
		e.text(owner.Op.File)
		e.value(&owner.Body)
	}
}
