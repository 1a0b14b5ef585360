package parser

import (
	"path"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/link"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// untyped is a value of any type.
const untyped = "Edm.Untyped"

// typeCell reads the type of a property: "String", "[user](user.md)
// collection", "array of [x](x.md)", "Dictionary<String, String>". The name is as
// written; package link qualifies it. ok is false if the cell is not understood:
// the type is no name then, or one among other words.
func (r *reader) typeCell(c *page.Cell) (typ ir.TypeRef, ok bool) {
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

// readType reads a type, with the links in its text. A type that may be a list
// and is not certainly one has no name: reading a list as a value fails.
func readType(text string, links []page.Link) (ir.TypeRef, bool) {
	text = vocab.CutNull(strings.Trim(text, "`*\"' .,"))
	if strings.Contains(text, "（") {
		text = strings.NewReplacer("（", "(", "）", ")").Replace(text)
	}
	if value, ok := vocab.CutMap(text); ok {
		typ, ok := readType(value, links)
		if typ.Collection || typ.Map || typ.Name == "" {
			typ.Name = untyped
		}
		return ir.TypeRef{Name: typ.Name, Map: true}, ok
	}
	text, list := vocab.CutCollection(cutArticle(text))
	whole := text
	if strings.HasPrefix(text, "[") { // [x][] whose definition is missing
		if i := strings.IndexByte(text, ']'); i > 0 {
			text = text[1:i]
		}
	}
	if text == "" {
		return ir.TypeRef{}, false
	}
	if p := primitive(text, list); p != "" {
		return ir.TypeRef{Name: p, Collection: list}, true
	}
	if len(links) > 0 {
		if typ, ok := linkedType(text, whole, list, &links[0]); ok {
			return typ, typ.Name != ""
		}
	}
	if vocab.IsName(text) {
		return ir.TypeRef{Name: strings.TrimPrefix(text, "#"), Collection: list}, true
	}
	return looseType(text, list)
}

// cutArticle removes the article before "array of", "list of" and the like.
func cutArticle(text string) string {
	if first, rest, ok := strings.Cut(text, " "); ok && vocab.Articles[strings.ToLower(first)] {
		return rest
	}
	return text
}

// primitive returns a primitive type by its name, which may be in the plural in a
// list: "array of strings".
func primitive(name string, list bool) string {
	if p := vocab.Primitive(name); p != "" || !list {
		return p
	}
	return vocab.Primitive(strings.TrimSuffix(name, "s"))
}

// linkedType reads a type with a link in its text. whole is the text before
// brackets around it were removed.
func linkedType(text, whole string, list bool, l *page.Link) (typ ir.TypeRef, ok bool) {
	before, after, _ := strings.Cut(text, l.Text)
	if l.Text != "" && vocab.Collection.Begins(strings.ToLower(strings.TrimLeft(after, " `*"))) {
		list, after = true, "" // a sentence or an alternative may follow
	}
	if slices.Contains(vocab.CollectionLeads, strings.TrimSpace(strings.ToLower(before))) {
		list, before = true, ""
	}
	name := strings.Trim(page.OneLine(l.Text), "`*[] ")
	if name != whole || list { // otherwise done by readType
		if inner, ok := vocab.CutCollection(name); ok {
			name, list = inner, true
		}
		if p := vocab.Primitive(name); p != "" {
			return ir.TypeRef{Name: p, Collection: list}, true
		}
	}
	if head, noun, ok := strings.Cut(name, " "); ok && vocab.IsName(head) && vocab.LooseTypeNouns[strings.ToLower(noun)] {
		name = head
	}
	if !vocab.IsName(name) {
		name = nameAmong(name, l.Dest)
	}
	switch {
	case name == "":
		return ir.TypeRef{}, false
	case vocab.MentionsSeveral(before), vocab.MentionsSeveral(cutNoun(after, list)):
		return ir.TypeRef{Collection: list}, true
	}
	return ir.TypeRef{Name: link.Name(name, l.Dest), Collection: list}, true
}

// cutNoun removes a noun after the name of a type: "object", or in a list
// "objects".
func cutNoun(after string, list bool) string {
	noun := strings.Trim(strings.ToLower(after), " .()[]<>`*")
	if vocab.LooseTypeNouns[noun] || list && vocab.LooseTypeNouns[strings.TrimSuffix(noun, "s")] {
		return ""
	}
	return noun
}

// looseType reads a type with other words around it: "string, maximum size 20",
// "String (timestamp)", "workbookChart resource".
func looseType(text string, list bool) (ir.TypeRef, bool) {
	head := text
	if i := strings.IndexAny(text, " (,;<["); i > 0 {
		head = text[:i]
	}
	rest := cutNoun(text[len(head):], list)
	if rest == "" && vocab.IsName(head) && vocab.Primitive(head) == "" {
		return ir.TypeRef{Name: head, Collection: list}, true
	}
	if !list && vocab.Collection.Begins(rest) {
		list, rest = true, ""
	}
	if vocab.MentionsSeveral(rest) || strings.HasPrefix(rest, "or ") && rest != "or null" {
		return ir.TypeRef{Collection: list}, false
	}
	if p := primitive(head, list); p != "" {
		return ir.TypeRef{Name: p, Collection: list}, true
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
	name := dest[strings.LastIndexByte(dest, '/')+1:]
	ok := IsPage(name)
	if name = strings.TrimSuffix(name, path.Ext(name)); !ok || !vocab.IsName(name) {
		return ""
	}
	return name
}

// sentenceType returns the type in a sentence about a body, as a link or in bold.
func (r *reader) sentenceType(b *page.Block) ir.TypeRef {
	if t := r.proseType(b); t.Name != "" {
		return t
	}
	raw := r.page.Raw(b.Span)
	for {
		i := strings.Index(raw, "**")
		if i < 0 {
			return ir.TypeRef{}
		}
		k := strings.Index(raw[i+2:], "**")
		if k < 0 {
			return ir.TypeRef{}
		}
		name, after := raw[i+2:i+2+k], strings.TrimSpace(raw[i+4+k:])
		if name, _, _ = headingType(name); name != "" && vocab.TypeNouns.Begins(after) {
			list := vocab.IsListOf(raw[:i]) || vocab.SeveralFollow(after) || strings.HasPrefix(after, "objects")
			if dest := r.onlyType(); dest != "" {
				name = link.NameOr(name, dest)
			}
			return ir.TypeRef{Name: name, Collection: list}
		}
		raw = raw[i+4+k:]
	}
}

// statesType reports whether a sentence says of a body that it is the type that it
// links to first: "A [user](user.md).", "Provide a [user](user.md) object". It does not
// if the link is farther away: "the resource that is expanded with the [user](user.md)".
func (r *reader) statesType(b *page.Block) bool {
	if b.Links.End == b.Links.Start {
		return false
	}
	before, _, ok := strings.Cut(b.Text, r.page.Links[b.Links.Start].Text)
	words := strings.Fields(strings.ToLower(before))
	if ok && (len(words) == 0 || len(words) <= maxQualified && vocab.Articles[words[0]]) {
		return true
	}
	for i := len(words) - 1; i >= 0 && i >= len(words)-maxStated; i-- {
		if vocab.StatingVerbs[words[i]] {
			return ok
		}
	}
	return false
}

// maxQualified limits the words from the article at the start of a sentence to its
// type: "A populated [user]".
const maxQualified = 3

// maxStated limits the words from a verb to the type that it states.
const maxStated = 5

// onlyType returns the destination of the page's links to the page of a type, "" if
// they lead to several.
func (r *reader) onlyType() string {
	only := ""
	for i := range r.page.Links {
		l := &r.page.Links[i]
		if l.Image || l.Auto || !strings.Contains(l.Dest, "resources/") || !isTypeLink(l.Dest) {
			continue
		}
		if only != "" && only != l.Dest {
			return ""
		}
		only = l.Dest
	}
	return only
}
