package link

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// mark separates the name of a type from the destination of its link, weakMark
// from the destination of another link.
const mark, weakMark = "\x00", "\x01"

// Name returns the name of a type together with the destination of the link
// that it was read from. [Spec] replaces it with the qualified name.
func Name(name, dest string) string { return name + mark + dest }

// NameOr is [Name] for a name without a link. The link counts only if no page
// documents the name.
func NameOr(name, dest string) string { return name + weakMark + dest }

// Written returns the name of a type as the page spells it, from a name that may be
// a result of [Name] or [NameOr].
func Written(name string) string {
	if i := strings.IndexAny(name, mark+weakMark); i >= 0 {
		return name[:i]
	}
	return name
}

type typeKey struct{ version, name string }

// useKey is a name where it is used. Most names are used again and again. place is
// the page if the name may depend on it, otherwise its folder.
type useKey struct {
	version, namespace, place, name string
	fold                            bool
}

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

// qualify adds a namespace, if it is known, to a name without one.
func qualify(namespace, name string) string {
	if name == "" || namespace == "" || strings.Contains(name, ".") {
		return name
	}
	return namespace + "." + name
}

// onPage adds a type or enum by the name that its page gives it.
func (l *linker) onPage(file, given, name string) {
	if name != "" {
		l.byPart[file+"\x00"+strings.ToLower(vocab.LastPart(given))] = name
	}
}

// use is a page that uses names.
type use struct {
	*linker
	version, namespace, file, dir string
}

// properties links the types of properties. shown is the JSON that the page shows,
// nil for none.
func (u *use) properties(ps []ir.Property, shown *ir.Message) {
	for i := range ps {
		p := &ps[i]
		at, _ := p.TypeAt.In(p.At, vocab.LastPart(Written(p.Type.Name)))
		if u.ref(&p.Type, at, func() []string { return memberTypes(shown, p.Name) }) {
			p.TypeLink = ""
			continue
		}
		if n := u.unqualified(p); n != "" {
			u.set(&p.Type, u.assume(n, diag.Info, "no page documents the type %q; assumed to be %q", p.Type.Name, n), at, nil)
		}
	}
}

// ref links a type and reports whether a page documents it. at is where it is
// named. Only in a list a name may be a plural: "array of books". declared returns
// the types in the comment or JSON of the page.
func (u *use) ref(t *ir.TypeRef, at diag.Range, declared func() []string) (documented bool) {
	if t.Name == "" || strings.HasPrefix(t.Name, "Edm.") {
		return false
	}
	found := u.find(t.Name, t.Collection)
	if !found.documented && !t.Collection && vocab.NamesList(t.Name) {
		*t = ir.TypeRef{Name: "Edm.Untyped", Collection: true}
		return false
	}
	u.set(t, found, at, declared)
	return found.documented
}

// proseRef links a type that a sentence names. An undocumented name with a
// hyphen is not a type: sentences link to other pages too. proseRef returns another
// type that the sentence names, "" for none.
func (u *use) proseRef(t *ir.TypeRef, at diag.Range, declared []string) (other string) {
	if t.Name == "" || strings.HasPrefix(t.Name, "Edm.") {
		return ""
	}
	found := u.find(t.Name, true)
	if !found.documented && strings.Contains(found.name, "-") {
		*t = ir.TypeRef{}
		return ""
	}
	u.set(t, found, at, func() []string { return declared })
	if t.Name == found.text {
		return found.name
	}
	return found.text
}

// set sets a type and reports what was assumed. Of a link whose text and target name
// two types, the target is assumed unless the page declares only the other one.
func (u *use) set(t *ir.TypeRef, found target, at diag.Range, declared func() []string) {
	t.Name = found.name
	d := diag.Diagnostic{Code: diag.AssumedType, Severity: found.severity, At: at, Message: found.assumed}
	if found.text != "" && declared != nil {
		if names := declared(); slices.Contains(names, found.text) && !slices.Contains(names, found.name) {
			t.Name = found.text
			d.Message = fmt.Sprintf("the target of the link is the type %q, its text names %q, as the JSON on the page does; assumed to be the latter", found.name, found.text)
		}
	}
	if d.Message != "" {
		u.diags = append(u.diags, d)
	}
}

// target is the type that a name means.
type target struct {
	name       string
	documented bool
	text       string // another type, which the text of the link names
	assumed    string // the message of a finding, "" if the type is certain
	severity   diag.Severity
}

// find finds the type for a name. fold allows names that differ in their number:
// "books" for "book".
func (u *use) find(name string, fold bool) target {
	key := useKey{u.version, u.namespace, u.dir, name, fold}
	if u.several[u.file] || strings.Contains(name, mark+"#") {
		key.place = u.file
	}
	if n, ok := u.resolved[key]; ok {
		return n
	}
	n := u.resolve(name, fold)
	u.resolved[key] = n
	return n
}

// resolve finds the type for a name: the type that its link leads to, then a
// documented type of that name.
func (u *use) resolve(name string, fold bool) target {
	name, dest, _ := strings.Cut(name, mark)
	name, otherDest, _ := strings.Cut(name, weakMark)
	if p := vocab.Primitive(name); p != "" {
		return target{name: p}
	}
	if dest != "" {
		if t := u.linked(name, dest); t.documented {
			return t
		}
	}
	if n := u.named(name); n != "" {
		if t := u.linked(name, otherDest); otherDest != "" && t.name != n && differInNumber(t.name, n) {
			return u.assume(t.name, diag.Warning, "the name %q is that of the type %q, the link of the row leads to %q; assumed to be the latter", name, n, t.name)
		}
		return target{name: n, documented: true}
	}
	if fold {
		if n := u.folded(name); n != "" {
			return u.assume(n, diag.Info, "no page documents the type %q; assumed to be %q", name, n)
		}
	}
	if otherDest != "" {
		if n := u.linked(name, otherDest).name; n != "" {
			return u.assume(n, diag.Info, "no page documents the type %q; assumed to be %q, which a link leads to", name, n)
		}
	}
	return target{name: qualify(cmp.Or(u.namespace, u.linker.namespace), name)}
}

func (u *use) assume(name string, severity diag.Severity, format string, args ...any) target {
	return target{name: name, documented: true, assumed: fmt.Sprintf(format, args...), severity: severity}
}

// linked returns the type that a link leads to: the one whose heading it names, the
// one of its page that its text names, or the one in the title of its page.
func (u *use) linked(text, dest string) target {
	file, fragment := u.file, ""
	if i := strings.IndexByte(dest, '#'); i >= 0 {
		dest, fragment = dest[:i], dest[i+1:]
	}
	if dest != "" {
		file = u.target(dest)
	}
	if n := u.byPart[file+"#"+fragment]; n != "" {
		return u.chosen(n, text)
	}
	if n := u.byPart[file+"\x00"+strings.ToLower(vocab.LastPart(text))]; n != "" {
		return target{name: n, documented: true}
	}
	n := u.byFile[file]
	if n == "" || fragment != "" && !strings.EqualFold(strings.TrimSuffix(fragment, "-resource-type"), vocab.LastPart(n)) {
		return target{}
	}
	return u.chosen(n, text)
}

// leadsTo returns the type that a link leads to, whatever its text: the one in the
// title of the page if the link leads to a heading that names no type.
func (u *use) leadsTo(dest string) string {
	if t := u.linked("", dest); t.documented {
		return t.name
	}
	dest, _, _ = strings.Cut(dest, "#")
	return u.byFile[u.target(dest)]
}

// chosen returns the target of a link whose text may name another type.
func (u *use) chosen(name, text string) target {
	if other := u.named(text); other != "" && !strings.EqualFold(other, name) {
		t := u.assume(name, diag.Warning, "the text of the link names the type %q, its target is the type %q; assumed to be the target", other, name)
		t.text = other
		return t
	}
	return target{name: name, documented: true}
}

// named looks up a name among the types of the page, then among those of the version,
// and finally among those of pages without a version.
func (u *use) named(name string) string {
	low := strings.ToLower(name)
	if u.several[u.file] {
		if n := u.byPart[u.file+"\x00"+low]; n != "" {
			return n
		}
	}
	if n := u.namedIn(u.version, low); n != "" || u.version == "" {
		return n
	}
	return u.namedIn("", low)
}

// namedIn looks up a name as it is, in the namespace of the page, in the common
// namespace, and finally in any namespace if only one has it.
func (u *use) namedIn(version, low string) string {
	for _, ns := range []string{"", u.namespace, u.linker.namespace, "microsoft"} {
		full := low
		if ns != "" {
			full = strings.ToLower(ns) + "." + low
		}
		if n := u.byName[typeKey{version, full}]; n != "" {
			return n
		}
	}
	if strings.Contains(low, ".") {
		return ""
	}
	return u.byShort[typeKey{version, low}]
}

// target returns the page that a link leads to. The letter case of a link may differ
// from that of the file, because published sites accept both.
func (u *use) target(dest string) string {
	file := u.path(dest)
	if u.byFile[file] != "" || u.several[file] {
		return file
	}
	if u.byFold == nil {
		u.byFold = map[string]string{}
		for have := range u.byFile {
			u.addFold(have)
		}
		for have := range u.several {
			u.addFold(have)
		}
	}
	return cmp.Or(u.byFold[strings.ToLower(file)], file)
}

// addFold adds a page of types to byFold, unless another one differs from it only in
// letter case.
func (u *use) addFold(file string) {
	low := strings.ToLower(file)
	if have, ok := u.byFold[low]; ok && have != file {
		file = ""
	}
	u.byFold[low] = file
}

// path returns the path of a link's destination.
func (u *use) path(dest string) string {
	u.buf = page.AppendPath(u.buf[:0], u.dir, dest)
	if path.Ext(dest) == "" { // as on pages made from the published site
		u.buf = append(u.buf, ".md"...)
	}
	return string(u.buf)
}

// maxLinks limits the links of a page. Real pages have a few.
const maxLinks = 256

// links returns the documented types of the pages that destinations lead to.
func (u *use) links(dests []string) []string {
	out := dests[:0]
	for _, d := range dests {
		if n := u.leadsTo(d); n != "" && len(out) < maxLinks && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
