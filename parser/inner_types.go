package parser

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// resources reads the types of a page: the one in its title, and those that
// headings above property tables name.
func (r *reader) resources(common ir.Page) []ir.Resource {
	inner := r.innerTypes()
	own := r.resource(common)
	if len(inner) == 0 {
		return []ir.Resource{own}
	}
	var list []ir.Resource
	if own.JSON != nil || len(own.Properties)+len(own.Relationships)+len(own.Members) > 0 {
		list = append(list, own)
	}
	for _, sec := range inner {
		list = append(list, r.innerType(common, sec))
	}
	if list[0].Anchor != "" { // own is not in the list
		list[0].Enums = own.Enums
	}
	return list
}

// innerType reads the type that the heading of a section names.
func (r *reader) innerType(common ir.Page, sec int) ir.Resource {
	s := &r.page.Sections[sec]
	res := ir.Resource{Page: common, Anchor: s.Anchor}
	res.Title, res.At = page.OneLine(s.Text), r.page.Range(s.Span)
	parts := r.parts[:0]
	for k := range s.Blocks {
		parts = r.appendDoc(parts, &s.Blocks[k])
	}
	r.parts = parts
	res.Doc = strings.Join(parts, "\n\n")
	a, f := r.representation(sec)
	if res.Name = a.typeName(); res.Name == "" {
		name, _, _ := headingType(s.Text)
		res.Name = r.qualify(name)
	}
	r.represent(&res, a, f, sec)
	r.typeTables(&res, sec)
	return res
}

// innerTypes returns the sections whose headings name a type, and records in
// r.owners which sections belong to them.
func (r *reader) innerTypes() []int {
	r.owners = append(r.owners[:0], make([]int, len(r.page.Sections))...)
	title := titleName(r.pageTitle())
	if vocab.NamesTypes(r.pageTitle()) {
		title = ""
	}
	var found []headedType
	var levels []int // of headings that certainly name a type
	for i := 1; i < len(r.page.Sections); i++ {
		if r.isIntro(i) {
			continue
		}
		if h := r.headedType(i, title); h.name != "" && r.hasProperties(i) {
			found = append(found, h)
			if h.certain {
				levels = append(levels, r.page.Sections[i].Level)
			}
		}
	}
	var inner []int
	for _, h := range found {
		if !strings.EqualFold(h.name, title) && (h.certain || slices.Contains(levels, r.page.Sections[h.section].Level)) {
			r.owners[h.section] = h.section
			inner = append(inner, h.section)
		}
	}
	for i := range r.owners {
		if parent := r.page.Sections[i].Parent; parent > 0 && r.owners[i] == 0 {
			r.owners[i] = r.owners[parent]
		}
	}
	return inner
}

// headedType is a type that a heading names. A single word that is not certain may
// also name a part of the page's type: "Settings".
type headedType struct {
	section int
	name    string // "" for none
	certain bool
}

// headedType reads the heading of a section. title is the type in the page's
// title, "" if it names none or several.
func (r *reader) headedType(sec int, title string) headedType {
	s := &r.page.Sections[sec]
	name, words, noun := headingType(s.Text)
	h := headedType{section: sec, name: name, certain: noun}
	switch r.roles[sec] {
	case vocab.SecTitle, vocab.SecMethods, vocab.SecMembers, vocab.SecJSON, vocab.SecExample, vocab.SecExampleRequest, vocab.SecExampleResponse:
		return headedType{}
	case vocab.SecProperties, vocab.SecRelationships:
		if !noun || r.plainSection(sec) {
			return headedType{}
		}
	}
	switch {
	case vocab.TypeParts[strings.ToLower(name)]:
		return headedType{}
	case noun:
	case words == 1:
		h.certain = title == "" || isCamelCase(name) || r.linksTo(s.Anchor)
	case title != "" || !r.hasPropertiesSection(sec):
		return headedType{}
	default:
		h.certain = true
	}
	return h
}

// maxNameWords limits the words of a heading that are joined to the name of a type.
const maxNameWords = 5

// headingType returns the name of the type that a heading may name, and the number
// of its words: "OrderLine", "The OrderLine resource", "Order line object". noun is
// set if a word such as "resource" follows.
func headingType(heading string) (name string, n int, noun bool) {
	heading, _, _ = strings.Cut(page.OneLine(strings.ReplaceAll(heading, "\u00a0", " ")), "(")
	words := strings.Fields(heading)
	if len(words) > 1 && vocab.Articles[strings.ToLower(words[0])] {
		words = words[1:]
	}
	for len(words) > 1 && vocab.TypeHeadingNouns[strings.ToLower(words[len(words)-1])] {
		words, noun = words[:len(words)-1], true
	}
	if len(words) > maxNameWords {
		return "", 0, false
	}
	for i, w := range words {
		w = strings.Trim(w, "`*")
		if !vocab.IsName(w) {
			return "", 0, false
		}
		if len(words) > 1 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		words[i] = w
	}
	return strings.Join(words, ""), len(words), noun
}

// isCamelCase reports whether a word has a capital after a small letter, as in
// "orderLine".
func isCamelCase(w string) bool {
	for i := 1; i < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' && w[i-1] >= 'a' && w[i-1] <= 'z' {
			return true
		}
	}
	return false
}

// linksTo reports whether the page links to one of its own headings.
func (r *reader) linksTo(anchor string) bool {
	return slices.ContainsFunc(r.page.Links, func(l page.Link) bool { return len(l.Dest) > 1 && l.Dest[0] == '#' && l.Dest[1:] == anchor })
}

// hasProperties reports whether a section, or the section "Properties" in it, has
// a property table.
func (r *reader) hasProperties(sec int) bool {
	return r.hasPropertyTable(sec) || slices.ContainsFunc(r.propertiesSections(sec), r.hasPropertyTable)
}

func (r *reader) hasPropertyTable(sec int) bool {
	s := &r.page.Sections[sec]
	for k := range s.Blocks {
		if t := s.Blocks[k].Table; t != nil {
			if c := r.readColumns(t); c.typ >= 0 && (c.of == propertyTable || c.of == namedTable) {
				return true
			}
		}
	}
	return false
}

// hasPropertiesSection reports whether a section has a section "Properties".
func (r *reader) hasPropertiesSection(sec int) bool { return len(r.propertiesSections(sec)) > 0 }

func (r *reader) propertiesSections(sec int) []int {
	var list []int
	for i, end := sec+1, r.sectionEnd(sec); i < end; i++ {
		if r.page.Sections[i].Parent == sec && r.roles[i] == vocab.SecProperties {
			list = append(list, i)
		}
	}
	return list
}
