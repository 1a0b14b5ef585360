package generator

import (
	"maps"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/generator/tests"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
)

// sumOf is the print of all that v points to.
func sumOf(v any) string {
	return printer{}.sum(func(p *printer) { p.print(v) })
}

// inputPrint is the print of a version's pages, and those of its calls alone.
func inputPrint(spec *ir.Spec, version string) (all string, calls map[*ir.Operation]string) {
	ops := make([]string, len(spec.Operations))
	parallel.ForEach(len(ops), func(i int) {
		if op := &spec.Operations[i]; op.Version == version {
			ops[i] = sumOf(op)
		}
	})
	types := make([]string, len(spec.Resources))
	parallel.ForEach(len(types), func(i int) {
		if r := &spec.Resources[i]; r.Version == version {
			types[i] = sumOf(r)
		}
	})
	calls = map[*ir.Operation]string{}
	for i, sum := range ops {
		calls[&spec.Operations[i]] = sum
	}
	return sumOf(&[]string{version, strings.Join(ops, ""), strings.Join(types, "")}), calls
}

// sharedPrint is the print of what the code of all groups has of a plan.
func sharedPrint(pkg *plan.Package) string {
	return sumOf(&[]string{pkg.Name, pkg.ImportPath, pkg.Version, pkg.Alias()})
}

// parts are what is summed up under one name.
type parts map[string][]func(*printer)

func (l parts) add(name string, print func(*printer)) { l[name] = append(l[name], print) }

// sums are the prints of the parts of each name, in their order.
func (l parts) sums(with printer) map[string]string {
	names := slices.Collect(maps.Keys(l))
	list := make([]string, len(names))
	parallel.ForEach(len(names), func(i int) {
		list[i] = with.sum(func(p *printer) {
			for _, print := range l[names[i]] {
				print(p)
			}
		})
	})
	found := make(map[string]string, len(names))
	for i, name := range names {
		found[name] = list[i]
	}
	return found
}

// groupPrints are the prints of groups, each of its services and types alone.
func groupPrints(pkg *plan.Package, groups []*plan.Group, calls map[*ir.Operation]string) []string {
	list := make([]string, len(groups))
	parallel.ForEach(len(groups), func(i int) {
		list[i] = printer{pages: calls}.sum(func(p *printer) {
			for _, s := range groups[i].Services {
				p.print(s)
				for _, m := range s.Methods {
					p.owners(pkg, m)
				}
			}
			for _, t := range groups[i].Types {
				p.print(t)
			}
		})
	})
	return list
}

// besidePrints are the prints of what the tests of a group may look at beside
// it, under the names that they have there: see [tests.Part].
func besidePrints(pkg *plan.Package) map[string]string {
	list := parts{}
	for _, t := range pkg.Types {
		list.add(t.Name, func(p *printer) { p.print(t) })
	}
	var methods []*plan.Method
	for _, s := range pkg.Services {
		methods = append(methods, s.Methods...)
	}
	sums := make([]string, len(methods)) // a method can have several starts
	parallel.ForEach(len(methods), func(i int) {
		sums[i] = printer{shared: true}.sum(func(p *printer) {
			p.print(methods[i])
			p.owners(pkg, methods[i])
		})
	})
	for i, m := range methods {
		for _, start := range tests.Starts(m) {
			list.add(start, func(p *printer) { p.text(sums[i]) })
		}
	}
	return list.sums(printer{shared: true})
}

// owners writes whose handlers serve the routes of a method.
func (p *printer) owners(pkg *plan.Package, m *plan.Method) {
	for _, r := range m.Routes {
		owner := pkg.Owner(m, r)
		p.text(owner.Key)
		p.text(owner.Op.File)
		p.print(&owner.Body)
	}
}

// beside is the print of all that has one of the names.
func (v *version) beside(names []string) string {
	return printer{}.sum(func(p *printer) {
		for _, name := range names {
			p.text(name)
			p.text(v.besides[name])
		}
	})
}
