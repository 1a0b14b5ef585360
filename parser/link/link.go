// Package link links the pages of a tree: it replaces the names of types with the
// qualified names on the pages of the types.
package link

import (
	"cmp"
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/vocab"
)

// Spec links the parts of a spec. Resources and operations must be in page
// order. base are the user's words for the base URL. Spec returns what it assumed.
func Spec(spec *ir.Spec, base []string) []diag.Diagnostic {
	l := newLinker(spec)
	for i := range spec.Resources {
		r := &spec.Resources[i]
		l.resource(r)
		if r.BaseType != "" {
			l.bases[typeKey{r.Version, r.Name}] = r.BaseType
		}
	}
	for i := range spec.Operations {
		l.operation(&spec.Operations[i])
	}
	return append(l.diags, bases(spec, base)...)
}

// linker has the documented types of a tree.
type linker struct {
	// byName maps the version and the name in lower case to the spelling of a
	// type. byShort does so for the last part of the name; its value is "" when
	// several namespaces have the name.
	byName, byShort map[typeKey]string
	byFile          map[string]string // the type in the title of a page
	// byPart maps the heading ("file#anchor") of a type on a page of several, and
	// the name in lower case of any type or enum on a page ("file\x00name"), to the
	// type.
	byPart    map[string]string
	several   map[string]bool    // pages with several types
	byFold    map[string]string  // pages with types by their path in lower case, see target
	byNumber  map[typeKey]string // see folded
	bases     map[typeKey]string
	namespace string // of pages that do not state one
	resolved  map[useKey]target
	buf       []byte
	diags     []diag.Diagnostic
}

func newLinker(spec *ir.Spec) *linker {
	l := &linker{
		byName: map[typeKey]string{}, byShort: map[typeKey]string{}, byFile: map[string]string{}, byPart: map[string]string{},
		several: map[string]bool{}, bases: map[typeKey]string{}, namespace: commonNamespace(spec), resolved: map[useKey]target{},
	}
	for i := range spec.Resources {
		spec.Resources[i].Name = qualify(l.namespace, spec.Resources[i].Name)
	}
	renamed := distinguish(spec)
	for i := range spec.Resources {
		r := &spec.Resources[i]
		if r.Anchor == "" {
			l.byFile[r.File] = r.Name
		} else {
			l.byPart[r.File+"#"+r.Anchor] = r.Name
			l.several[r.File] = true
		}
		l.onPage(r.File, cmp.Or(renamed[i], r.Name), r.Name)
		l.add(r.Version, r.Name)
	}
	for i := range spec.Resources {
		if r := &spec.Resources[i]; r.Anchor != "" && isAlone(spec.Resources, i) {
			l.byFile[r.File] = r.Name
		}
	}
	// Enums that a page lists in addition to its own type come second, because
	// the spelling on the page of an enum is preferred.
	for i := range spec.Resources {
		r := &spec.Resources[i]
		for k := range r.Enums {
			r.Enums[k].Name = qualify(l.namespace, r.Enums[k].Name)
			l.onPage(r.File, r.Enums[k].Name, r.Enums[k].Name)
			l.add(r.Version, r.Enums[k].Name)
		}
	}
	return l
}

// commonNamespace returns the first two words of the namespaces of most types. The
// words after them differ: the most frequent ones would depend on the set of pages.
func commonNamespace(spec *ir.Spec) string {
	count := map[string]int{}
	best := ""
	see := func(ns string) {
		if words := strings.SplitN(ns, ".", 3); len(words) > 2 {
			ns = words[0] + "." + words[1]
		}
		if ns == "" {
			return
		}
		count[ns]++
		if n, b := count[ns], count[best]; n > b || n == b && ns < best {
			best = ns
		}
	}
	for i := range spec.Resources {
		see(vocab.NamespaceOf(spec.Resources[i].Name))
	}
	for i := range spec.Operations {
		see(spec.Operations[i].Namespace)
	}
	return best
}

func (l *linker) resource(r *ir.Resource) {
	u := use{l, r.Version, vocab.NamespaceOf(r.Name), r.File, path.Dir(r.File)}
	if r.BaseType != "" {
		base := ir.TypeRef{Name: r.BaseType}
		u.ref(&base, r.At, nil)
		r.BaseType = base.Name
	}
	u.properties(r.Properties, r.JSON)
	u.properties(r.Relationships, r.JSON)
}

func (l *linker) operation(op *ir.Operation) {
	u := use{l, op.Version, op.Namespace, op.File, path.Dir(op.File)}
	var declared []string
	for i := range op.Examples {
		if r := op.Examples[i].Response; r != nil {
			u.ref(&r.Type, r.At, nil)
			declared = append(declared, r.Type.Name)
		}
	}
	for i := range op.Params {
		u.ref(&op.Params[i].Type, op.Params[i].At, nil)
	}
	if op.Body != nil {
		u.proseRef(&op.Body.Type, op.Body.TypeAt, declared)
		u.properties(op.Body.Properties, nil)
	}
	for i := range op.Responses {
		op.Responses[i].OtherType = u.proseRef(&op.Responses[i].Type, op.Responses[i].At, declared)
	}
	op.Links = u.links(op.Links)
	u.compareComments(op)
}

// isAlone reports whether a resource is the only one of its page.
func isAlone(list []ir.Resource, i int) bool {
	return (i == 0 || list[i-1].File != list[i].File) && (i+1 == len(list) || list[i+1].File != list[i].File)
}
