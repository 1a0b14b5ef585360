package parser

import (
	"strings"

	"github.com/mdwire/mdwire/parser/page"
)

func (r *reader) pageTitle() string {
	if i := r.page.Title(); i >= 0 {
		return oneLine(r.page.Sections[i].Text)
	}
	return r.page.Front.Get("title")
}

func lastPart(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// typeName returns the qualified name of the page's type: its annotation's,
// else its title's in the namespace that the page states.
func (r *reader) typeName(a *annotation, title string) string {
	name := ""
	if a != nil {
		name, _ = cutCollection(strings.TrimPrefix(a.typ, "#"))
	}
	if name == "" || !isDotted(name) {
		name = titleName(title)
	}
	if first, _, _ := strings.Cut(oneLine(title), " "); name == "" && strings.EqualFold(first, pageName(r.file)) {
		name = first // words of all kinds may follow, the file's name confirms the type's
	}
	if name == "" || strings.Contains(name, ".") {
		return name
	}
	return r.qualify(name)
}

// qualify puts the page's namespace before a name; [linker] fills in the
// namespace of pages that state none.
func (r *reader) qualify(name string) string {
	if r.namespace == "" {
		return name
	}
	return r.namespace + "." + name
}

// titleName returns the type that a title names: "user resource type". A title
// of several other words names none.
func titleName(title string) string {
	title = oneLine(title)
	name, rest, _ := strings.Cut(title, " ")
	if i := strings.LastIndexByte(title, ' '); i > 0 && containsAny(strings.ToLower(name), introWords) {
		name, rest = title[i+1:], "type" // "tipo de recurso user"
	}
	name = strings.Trim(name, "`*")
	if !isDotted(name) || !onlyTypeWords(rest) {
		return ""
	}
	return name
}

// onlyTypeWords reports whether a title holds, besides the name, only words
// that say that it is a type's, and remarks in parentheses.
func onlyTypeWords(rest string) bool {
	rest, _, _ = strings.Cut(strings.ToLower(rest), "(")
	for w := range strings.FieldsSeq(rest) {
		if !typeWords[strings.Trim(w, ".:,")] && !containsAny(w, translatedTypeWords) {
			return false
		}
	}
	return true
}

// baseType returns the base type: the annotation's, else the one that a
// sentence "Inherits from [x](…)" links to.
func (r *reader) baseType(a *annotation) string {
	if a != nil && a.base != "" && a.base != "null" {
		return strings.TrimPrefix(a.base, "#")
	}
	for i := range r.page.Sections {
		s := &r.page.Sections[i]
		if s.Level > 1 {
			break
		}
		for k := range s.Blocks {
			if base := r.inherits(&s.Blocks[k]); base != "" {
				return base
			}
		}
	}
	return ""
}

var inheritWords = []string{
	"nherits from", "nherited from", "erived from", "erives from", "nherits the", "ubtype of", "继承自", "派生自", "继承", "erda de", "erdado de", "erdada de", "erivado de", "erivada de",
}

func (r *reader) inherits(b *page.Block) string {
	if b.Kind != page.Paragraph {
		return ""
	}
	for _, w := range inheritWords {
		i := strings.Index(b.Text, w)
		if i < 0 {
			continue
		}
		rest := b.Text[i+len(w):]
		for k := b.Links.Start; k < b.Links.End; k++ {
			l := &r.page.Links[k]
			at := strings.Index(rest, l.Text)
			if l.Text == "" || at < 0 || at > 40 {
				continue
			}
			if t, ok := readType(l.Text, r.page.Links[k:k+1]); ok && primitive(l.Text) == "" {
				return t.Name
			}
		}
	}
	return ""
}
