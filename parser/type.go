package parser

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/link"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// typeCell reads the type of a property: "String", "[user](user.md)
// collection", "Collection([x][])", "String (enum)". The name is as written;
// package link qualifies it.
func (r *reader) typeCell(c *page.Cell) (ir.TypeRef, bool) {
	text := page.OneLine(strings.ReplaceAll(c.Text, "\u00a0", " "))
	if p := vocab.Primitive(text); p != "" {
		return ir.TypeRef{Name: p}, true
	}
	var links []page.Link
	if c.Links.End > c.Links.Start {
		links = r.page.Links[c.Links.Start:c.Links.End]
	}
	return readType(text, links)
}

// readType reads a type, with the links in its text.
func readType(text string, links []page.Link) (ir.TypeRef, bool) {
	text = strings.Trim(text, "`*\"' .,")
	text = strings.TrimPrefix(text, "Nullable ")
	if strings.Contains(text, "（") {
		text = strings.NewReplacer("（", "(", "）", ")").Replace(text)
	}
	text, list := vocab.CutCollection(text)
	whole := text
	if strings.HasPrefix(text, "[") { // [x][] whose definition is missing
		if i := strings.IndexByte(text, ']'); i > 0 {
			text = text[1:i]
		}
	}
	if text == "" {
		return ir.TypeRef{}, false
	}
	if p := vocab.Primitive(text); p != "" {
		return ir.TypeRef{Name: p, Collection: list}, true
	}
	if len(links) > 0 {
		l := links[0]
		list = list || collectionFollows(text, l.Text) || vocab.CollectionLeads.Begins(strings.ToLower(text))
		name := strings.Trim(page.OneLine(l.Text), "`*[] ")
		if name != whole || list { // otherwise done above
			if inner, ok := vocab.CutCollection(name); ok {
				name, list = inner, true
			}
			if p := vocab.Primitive(name); p != "" {
				return ir.TypeRef{Name: p, Collection: list}, true
			}
		}
		if vocab.IsName(name) {
			return ir.TypeRef{Name: link.Name(name, l.Dest), Collection: list}, true
		}
		if name := nameAmong(name, l.Dest); name != "" {
			return ir.TypeRef{Name: link.Name(name, l.Dest), Collection: list}, true
		}
	}
	if vocab.IsName(text) {
		return ir.TypeRef{Name: strings.TrimPrefix(text, "#"), Collection: list}, true
	}
	return looseType(text, list)
}

// looseType reads a type with other words around it: "string, maximum size 20",
// "String (timestamp)", "workbookChart resource".
func looseType(text string, list bool) (ir.TypeRef, bool) {
	head := text
	if i := strings.IndexAny(text, " (,;<["); i > 0 {
		head = text[:i]
	}
	rest := strings.ToLower(text[len(head):])
	within := list || vocab.Collection.In(rest)
	if p := vocab.Primitive(head); p != "" {
		return ir.TypeRef{Name: p, Collection: within}, true
	}
	if vocab.LooseTypeNouns[strings.Trim(rest, " .()[]")] && vocab.IsName(head) {
		return ir.TypeRef{Name: head, Collection: within}, true
	}
	return ir.TypeRef{Name: lastPrimitive(text), Collection: list}, false
}

// lastPrimitive reads a text that ends in the exact name of a primitive type:
// "(Optional) String". It returns "" when the text names several types.
func lastPrimitive(text string) string {
	w := text[strings.LastIndexByte(text, ' ')+1:]
	if p := vocab.Primitive(w); p == "Edm."+w && !strings.Contains(text, " or ") {
		return p
	}
	return ""
}

// collectionFollows reports whether "collection" follows a link directly, with
// more words after it: "[x](x.md) collection. Holds grades".
func collectionFollows(text, link string) bool {
	_, rest, ok := strings.Cut(text, link)
	rest = strings.ToLower(strings.TrimLeft(rest, " `*"))
	return ok && link != "" && vocab.Collection.Begins(rest)
}

// nameAmong returns the word in the text of a link that the name of the file
// ends with: "objeto workShift" with resources/intune-x-workshift.md. Without
// such a word it returns the name of the file.
func nameAmong(text, dest string) string {
	file := destName(dest)
	for w := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == ' ' || c >= vocab.FirstIdeograph }) {
		w = strings.Trim(w, ".,`*")
		if !vocab.IsName(w) {
			continue
		}
		if head := len(file) - len(vocab.LastPart(w)); head >= 0 && strings.EqualFold(file[head:], vocab.LastPart(w)) && (head == 0 || file[head-1] == '-' && strings.Contains(dest, "resources/")) {
			return w
		}
	}
	return file
}

// destName returns the type that the file of a link is named after.
func destName(dest string) string {
	dest, _, _ = strings.Cut(dest, "#")
	if name := siteType(dest); name != "" {
		return name
	}
	name, ok := strings.CutSuffix(dest[strings.LastIndexByte(dest, '/')+1:], ".md")
	if !ok || !vocab.IsName(name) {
		return ""
	}
	return name
}
