// Package link links all pages of a tree together: the names of types become
// the names that the types' own pages give them, with their namespaces.
package link

import (
	"path"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// Spec links the parts of a spec. Resources and operations must be in page
// order.
func Spec(spec *ir.Spec) {
	l := newLinker(spec)
	for i := range spec.Resources {
		l.resource(&spec.Resources[i])
	}
	for i := range spec.Operations {
		l.operation(&spec.Operations[i])
	}
}

// linker knows the documented types of a tree.
type linker struct {
	// byName gives the spelling of a type by its version and its name in
	// lower case, byShort by the last part of the name; "" when several
	// namespaces have it.
	byName, byShort map[typeKey]string
	byFile          map[string]string // the type that a page documents
	namespace       string            // of pages that state none
	resolved        map[useKey]string
	buf             []byte
}

func newLinker(spec *ir.Spec) *linker {
	l := &linker{
		byName: map[typeKey]string{}, byShort: map[typeKey]string{}, byFile: map[string]string{},
		namespace: commonNamespace(spec), resolved: map[useKey]string{},
	}
	for i := range spec.Resources {
		r := &spec.Resources[i]
		r.Name = l.whole(r.Name)
		l.byFile[r.File] = r.Name
		l.add(r.Version, r.Name)
	}
	// Enums that a page lists beside its own type come second: a page of
	// their own knows better how they are spelled.
	for i := range spec.Resources {
		r := &spec.Resources[i]
		for k := range r.Enums {
			r.Enums[k].Name = l.whole(r.Enums[k].Name)
			l.add(r.Version, r.Enums[k].Name)
		}
	}
	return l
}

// commonNamespace returns the namespace that most types stand in.
func commonNamespace(spec *ir.Spec) string {
	count := map[string]int{}
	best := ""
	see := func(ns string) {
		if ns == "" {
			return
		}
		count[ns]++
		if n, b := count[ns], count[best]; n > b || n == b && ns < best {
			best = ns
		}
	}
	for i := range spec.Resources {
		if k := strings.LastIndexByte(spec.Resources[i].Name, '.'); k > 0 {
			see(spec.Resources[i].Name[:k])
		}
	}
	for i := range spec.Operations {
		see(spec.Operations[i].Namespace)
	}
	return best
}

func (l *linker) resource(r *ir.Resource) {
	ns := r.Name[:max(0, strings.LastIndexByte(r.Name, '.'))]
	u := use{l, r.Version, ns, path.Dir(r.File)}
	if r.BaseType != "" {
		r.BaseType = u.name(r.BaseType)
	}
	u.properties(r.Properties)
	u.properties(r.Relationships)
}

func (l *linker) operation(op *ir.Operation) {
	u := use{l, op.Version, op.Namespace, path.Dir(op.File)}
	for i := range op.Params {
		u.ref(&op.Params[i].Type)
	}
	if op.Body != nil {
		u.proseRef(&op.Body.Type)
		u.properties(op.Body.Properties)
	}
	for i := range op.Responses {
		u.proseRef(&op.Responses[i].Type)
	}
	for i := range op.Examples {
		if r := op.Examples[i].Response; r != nil {
			u.ref(&r.Type)
		}
	}
	op.Links = u.links(op.Links)
}
