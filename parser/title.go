package parser

import (
	"bytes"
	"cmp"
	"strings"

	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// titleSection returns the index of the section under the title, -1 when there
// is none. Without a heading of level 1, it is the first heading, if the title
// in the front matter begins with it.
func (r *reader) titleSection() int {
	i := r.page.Title()
	if i >= 0 || len(r.page.Sections) < 2 || !r.isIntro(1) {
		return i
	}
	if !strings.HasPrefix(r.page.Front.Get("title"), page.OneLine(r.page.Sections[1].Text)) {
		return -1
	}
	return 1
}

func (r *reader) pageTitle() string {
	if i := r.titleSection(); i >= 0 {
		return withoutSite(page.OneLine(r.page.Sections[i].Text))
	}
	return withoutSite(r.page.Front.Get("title"))
}

// typeName returns the qualified name of the page's type: the one in the
// annotation, or the one in the title, in the namespace of the page.
func (r *reader) typeName(a *annotation, title string) string {
	name := a.typeName()
	if name == "" {
		name = titleName(title)
	}
	if first, _, _ := strings.Cut(page.OneLine(title), " "); name == "" && strings.EqualFold(first, pageName(r.file)) {
		name = first // the file name confirms it, whatever words follow
	}
	if anchor := r.anchorName(); anchor != "" && (a == nil || a.typ == "") && !strings.EqualFold(strings.ReplaceAll(name, ".", ""), anchor) {
		name = anchor
	}
	if name == "" || strings.Contains(name, ".") {
		return name
	}
	return r.qualify(name)
}

// anchorName returns the type in the anchor of the title, in lower case:
// "day-resource-type". Translators may have translated the name in the title.
func (r *reader) anchorName() string {
	i := r.page.Title()
	if i < 0 {
		return ""
	}
	for _, end := range vocab.TitleAnchors {
		if name, ok := strings.CutSuffix(r.page.Sections[i].Slug, end); ok && vocab.IsName(name) && !strings.Contains(name, "-") {
			return name
		}
	}
	return ""
}

// qualify adds the namespace of the page to a name. Package link adds one when
// the page does not state it.
func (r *reader) qualify(name string) string {
	if r.namespace == "" {
		return name
	}
	return r.namespace + "." + name
}

// titleName returns the type in a title: "user resource type". It returns ""
// for a title of several other words.
func titleName(title string) string {
	title = page.OneLine(title)
	name, rest, _ := strings.Cut(title, " ")
	if i := strings.IndexFunc(name, func(c rune) bool { return c >= vocab.FirstIdeograph }); i > 0 { // Chinese follows without a blank
		name, rest = title[:i], title[i:]
	}
	if i := strings.LastIndexByte(title, ' '); i > 0 && vocab.TitleIntros[strings.ToLower(name)] {
		name, rest = title[i+1:], "type" // "tipo de recurso user"
	}
	name = strings.Trim(name, "`*")
	if !vocab.IsName(name) || !onlyTypeWords(rest) {
		return ""
	}
	return name
}

// onlyTypeWords reports whether the rest of a title has only words such as
// "resource type", and remarks in parentheses.
func onlyTypeWords(rest string) bool {
	rest, _, _ = strings.Cut(strings.ToLower(rest), "(")
	for w := range strings.FieldsSeq(rest) {
		if !vocab.TitleNouns[strings.Trim(w, ".:,")] && !vocab.TitleNounStarts.Begins(w) {
			return false
		}
	}
	return true
}

// baseType returns the base type: the one in the annotation, or the one that a
// sentence "Inherits from [x](…)" links to. A sentence at the start of a
// paragraph counts more than others.
func (r *reader) baseType(a *annotation, owner int) string {
	if a != nil && a.base != "" && a.base != "null" {
		return strings.TrimPrefix(a.base, "#")
	}
	within := ""
	for i := range r.page.Sections {
		s := &r.page.Sections[i]
		if r.owners[i] != owner || i != owner && !r.isIntro(i) && r.roles[i] != vocab.SecProperties {
			continue
		}
		for k := range s.Blocks {
			base, first := r.inherits(&s.Blocks[k])
			if first {
				return base
			}
			within = cmp.Or(within, base)
		}
	}
	return within
}

// maxGap limits the text between "inherits from" and the link, in bytes.
const maxGap = 40

// inherits returns the type that a paragraph links to after "inherits from",
// and whether the paragraph begins with these words.
func (r *reader) inherits(b *page.Block) (base string, first bool) {
	if b.Kind != page.Paragraph || b.Links.End == b.Links.Start || !vocab.Inherits.In(b.Text) {
		return "", false
	}
	raw := r.page.Raw(b.Span)
	for _, w := range vocab.Inherits {
		i := strings.Index(raw, w)
		if i < 0 {
			continue
		}
		at := b.Span.Start + i + len(w)
		for k := b.Links.Start; k < b.Links.End; k++ {
			l := &r.page.Links[k]
			if l.Span.Start < at {
				continue
			}
			if t, ok := readType(l.Text, r.page.Links[k:k+1]); ok && vocab.Primitive(l.Text) == "" && isLinkGap(r.page.Src[at:l.Span.Start]) {
				return t.Name, i <= len("I")
			}
			break
		}
	}
	return "", false
}

// isLinkGap reports whether words only connect "inherits from" to a link.
// Punctuation and "this" do not: "a subtype of this one, either".
func isLinkGap(gap []byte) bool {
	return len(gap) <= maxGap && !bytes.ContainsAny(gap, ",.;，。；、") && !bytes.Contains(gap, []byte("this"))
}
