// Package link links the pages of a tree: it replaces the names of types with the
// qualified names on the pages of the types.
package link

import (
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// Spec links the parts of a spec. Resources and operations must be in page
// order. base are the user's words for the base URL. Spec returns what it assumed.
func Spec(spec *ir.Spec, base []string) []diag.Diagnostic {
	l := newLinker(spec)
	for i := range spec.Resources {
		l.resource(&spec.Resources[i])
	}
	for i := range spec.Operations {
		l.operation(&spec.Operations[i])
	}
	return bases(spec, base)
}

// linker has the documented types of a tree.
type linker struct {
	// byName maps the version and the name in lower case to the spelling of a
	// type. byShort does so for the last part of the name; its value is "" when
	// several namespaces have the name.
	byName, byShort map[typeKey]string
	byFile          map[string]string // the documented type of a page
	namespace       string            // of pages that do not state one
	resolved        map[useKey]target
	buf             []byte
}

func newLinker(spec *ir.Spec) *linker {
	l := &linker{
		byName: map[typeKey]string{}, byShort: map[typeKey]string{}, byFile: map[string]string{},
		namespace: commonNamespace(spec), resolved: map[useKey]target{},
	}
	for i := range spec.Resources {
		r := &spec.Resources[i]
		r.Name = l.whole(r.Name)
		l.byFile[r.File] = r.Name
		l.add(r.Version, r.Name)
	}
	// Enums that a page lists in addition to its own type come second, because
	// the spelling on the page of an enum is preferred.
	for i := range spec.Resources {
		r := &spec.Resources[i]
		for k := range r.Enums {
			r.Enums[k].Name = l.whole(r.Enums[k].Name)
			l.add(r.Version, r.Enums[k].Name)
		}
	}
	return l
}

// commonNamespace returns the namespace of most types.
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
		r.BaseType = u.find(r.BaseType).name
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
