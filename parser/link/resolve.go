package link

import (
	"path"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// mark separates the name of a type from the destination of its link.
const mark = "\x00"

// Name returns the name of a type together with the destination of the link
// that it was read from. [Spec] replaces it with the qualified name.
func Name(name, dest string) string { return name + mark + dest }

// Written returns the name of a type as the page spells it, from a name that may be
// a result of [Name].
func Written(name string) string {
	name, _, _ = strings.Cut(name, mark)
	return name
}

type typeKey struct{ version, name string }

// useKey is a name where it is used. Most names are used again and again.
type useKey struct{ version, namespace, dir, name string }

func (l *linker) add(version, name string) {
	if name == "" {
		return
	}
	low := strings.ToLower(name)
	if _, ok := l.byName[typeKey{version, low}]; !ok {
		l.byName[typeKey{version, low}] = name
	}
	short := typeKey{version, vocab.LastPart(low)}
	if have, ok := l.byShort[short]; ok && !strings.EqualFold(have, name) {
		name = ""
	}
	l.byShort[short] = name
}

// whole adds the common namespace to a name without one.
func (l *linker) whole(name string) string {
	if name == "" || l.namespace == "" || strings.Contains(name, ".") {
		return name
	}
	return l.namespace + "." + name
}

// use is a page that uses names.
type use struct {
	*linker
	version, namespace, dir string
}

func (u *use) properties(ps []ir.Property) {
	for i := range ps {
		if u.ref(&ps[i].Type) {
			ps[i].TypeLink = ""
		}
	}
}

// ref links a type and reports whether a page documents it.
func (u *use) ref(t *ir.TypeRef) (documented bool) {
	if t.Name == "" || strings.HasPrefix(t.Name, "Edm.") {
		return false
	}
	found := u.find(t.Name)
	if !found.documented && !t.Collection && vocab.NamesList(t.Name) {
		*t = ir.TypeRef{Name: "Edm.Untyped", Collection: true}
		return false
	}
	t.Name = found.name
	return found.documented
}

// proseRef links a type that a sentence names. An undocumented name with a
// hyphen is not a type: sentences link to other pages too.
func (u *use) proseRef(t *ir.TypeRef) {
	u.ref(t)
	if strings.Contains(t.Name, "-") && u.byName[typeKey{u.version, strings.ToLower(t.Name)}] == "" {
		*t = ir.TypeRef{}
	}
}

// target is the type that a name means.
type target struct {
	name       string
	documented bool
}

func (u *use) find(name string) target {
	key := useKey{u.version, u.namespace, u.dir, name}
	if n, ok := u.resolved[key]; ok {
		return n
	}
	n := u.resolve(name)
	u.resolved[key] = n
	return n
}

// resolve finds the type for a name: the type on the linked page when it has
// that name, then a documented type of that name, then the type on the linked
// page with another name ("[this object](user.md)").
func (u *use) resolve(name string) target {
	name, dest, _ := strings.Cut(name, mark)
	if p := vocab.Primitive(name); p != "" {
		return target{p, false}
	}
	linked := ""
	if dest != "" {
		linked = u.page(dest)
		if linked != "" && strings.EqualFold(vocab.LastPart(linked), vocab.LastPart(name)) {
			return target{linked, true}
		}
	}
	if n := u.named(name); n != "" {
		return target{n, true}
	}
	if linked != "" && !strings.Contains(dest, "#") {
		return target{linked, true}
	}
	if strings.Contains(name, ".") {
		return target{name, false}
	}
	ns := u.namespace
	if ns == "" {
		ns = u.linker.namespace
	}
	if ns == "" {
		return target{name, false}
	}
	return target{ns + "." + name, false}
}

// named looks up a name as it is, in the namespace of the page, in the common
// namespace, and finally in any namespace if only one has it.
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

// page returns the documented type of the page that a link leads to.
func (u *use) page(dest string) string {
	dest, _, _ = strings.Cut(dest, "#")
	u.buf = page.AppendPath(u.buf[:0], u.dir, dest)
	if path.Ext(dest) == "" { // as on pages made from the published site
		u.buf = append(u.buf, ".md"...)
	}
	return u.byFile[string(u.buf)]
}

// maxLinks limits the links of a page. Real pages have a few.
const maxLinks = 256

// links returns the documented types of the pages that destinations lead to.
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
