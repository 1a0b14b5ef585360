package parser

import (
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// assemble gathers the results in path order and links them: names of types
// become the names that the types' own pages give them.
func assemble(results []result) (*ir.Spec, []diag.Diagnostic) {
	spec, diags := gather(results)
	l := newLinker(spec)
	for i := range spec.Resources {
		l.resource(&spec.Resources[i])
	}
	for i := range spec.Operations {
		l.operation(&spec.Operations[i])
	}
	return spec, diags
}

func gather(results []result) (*ir.Spec, []diag.Diagnostic) {
	var ops, ress, others, ds int
	for i := range results {
		switch r := &results[i]; {
		case r.op != nil:
			ops++
		case r.res != nil:
			ress++
		case r.other != nil:
			others++
		}
		ds += len(results[i].diags)
	}
	spec := &ir.Spec{
		Operations: make([]ir.Operation, 0, ops), Resources: make([]ir.Resource, 0, ress), Others: make([]ir.Page, 0, others),
	}
	diags := make([]diag.Diagnostic, 0, ds)
	for i := range results {
		switch r := &results[i]; {
		case r.op != nil:
			spec.Operations = append(spec.Operations, *r.op)
		case r.res != nil:
			spec.Resources = append(spec.Resources, *r.res)
		case r.other != nil:
			spec.Others = append(spec.Others, *r.other)
		}
		diags = append(diags, results[i].diags...)
		results[i] = result{}
	}
	return spec, diags
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
