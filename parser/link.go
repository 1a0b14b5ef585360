package parser

import (
	"path"
	"slices"
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

type typeKey struct{ version, name string }

// useKey is a use of a name; most names are used again and again.
type useKey struct{ version, namespace, dir, name string }

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

func (l *linker) add(version, name string) {
	if name == "" {
		return
	}
	low := strings.ToLower(name)
	if _, ok := l.byName[typeKey{version, low}]; !ok {
		l.byName[typeKey{version, low}] = name
	}
	short := typeKey{version, lastPart(low)}
	if have, ok := l.byShort[short]; ok && !strings.EqualFold(have, name) {
		name = ""
	}
	l.byShort[short] = name
}

// whole puts the tree's namespace before a name that has none.
func (l *linker) whole(name string) string {
	if name == "" || l.namespace == "" || strings.Contains(name, ".") {
		return name
	}
	return l.namespace + "." + name
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
	ns := r.Name
	if k := strings.LastIndexByte(ns, '.'); k > 0 {
		ns = ns[:k]
	}
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

// use is where names are used: a page.
type use struct {
	*linker
	version, namespace, dir string
}

func (u *use) properties(ps []ir.Property) {
	for i := range ps {
		u.ref(&ps[i].Type)
	}
}

func (u *use) ref(t *ir.TypeRef) {
	if t.Name != "" && !strings.HasPrefix(t.Name, "Edm.") {
		t.Name = u.name(t.Name)
	}
}

// proseRef links a type that a sentence names. What no page documents counts
// as a type only when it is spelled like one: sentences link to other things.
func (u *use) proseRef(t *ir.TypeRef) {
	u.ref(t)
	if strings.Contains(t.Name, "-") && u.byName[typeKey{u.version, strings.ToLower(t.Name)}] == "" {
		*t = ir.TypeRef{}
	}
}

func (u *use) name(name string) string {
	key := useKey{u.version, u.namespace, u.dir, name}
	if n, ok := u.resolved[key]; ok {
		return n
	}
	n := u.resolve(name)
	u.resolved[key] = n
	return n
}

// resolve finds the type that a name means: the page that it links to when
// that documents a type of that name, else by the name itself, else the page
// that it links to all the same ("[this object](user.md)").
func (u *use) resolve(name string) string {
	name, dest, _ := strings.Cut(name, linkMark)
	if p := primitive(name); p != "" {
		return p
	}
	target := ""
	if dest != "" {
		target = u.page(dest)
		if target != "" && strings.EqualFold(lastPart(target), lastPart(name)) {
			return target
		}
	}
	if n := u.named(name); n != "" {
		return n
	}
	if target != "" && !strings.Contains(dest, "#") {
		return target
	}
	if strings.Contains(name, ".") {
		return name
	}
	ns := u.namespace
	if ns == "" {
		ns = u.linker.namespace
	}
	if ns == "" {
		return name
	}
	return ns + "." + name
}

// named looks a name up as it is, in the page's namespace, in the tree's, and
// at last in any that alone has it.
func (u *use) named(name string) string {
	low := strings.ToLower(name)
	for _, ns := range []string{"", u.namespace, u.linker.namespace, "microsoft"} {
		full := low
		if ns != "" {
			full = strings.ToLower(ns) + "." + low
		}
		if n := u.byName[typeKey{u.version, full}]; n != "" {
			return n
		}
	}
	if strings.Contains(low, ".") {
		return ""
	}
	return u.byShort[typeKey{u.version, low}]
}

// page returns the type that the page documents that a link leads to.
func (u *use) page(dest string) string {
	dest, _, _ = strings.Cut(dest, "#")
	u.buf = joinPath(u.buf[:0], u.dir, dest)
	return u.byFile[string(u.buf)]
}

// maxLinks bounds the links of a page; real pages have a few.
const maxLinks = 256

// links turns links to pages into the types that they document.
func (u *use) links(dests []string) []string {
	out := dests[:0]
	for _, d := range dests {
		if n := u.page(d); n != "" && len(out) < maxLinks && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
