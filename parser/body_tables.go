package parser

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/link"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// bodyTables reads the tables of a request body. The first lists its properties.
// Another one continues the list, or describes the type of one of the properties.
type bodyTables struct {
	*reader
	properties []ir.Property
	inner      []ir.Resource
	lead       *page.Block // the paragraph before the table
	before     string      // the text before the first table
	subject    string      // of the first table, "" for none
	compared   int         // tables that were compared with the properties
}

// maxCompared limits the tables of a body that may describe the type of a property.
const maxCompared = 50

// text records a paragraph of the section.
func (b *bodyTables) text(bl *page.Block) {
	b.lead = bl
	if len(b.properties) == 0 && len(b.before) < maxDoc {
		b.before += " " + bl.Text
	}
}

// table reads a table.
func (b *bodyTables) table(bl *page.Block) {
	lead := b.lead
	b.lead = nil
	c := b.readColumns(bl.Table)
	if c.name < 0 {
		return
	}
	of := b.described(bl, lead)
	if len(b.properties) == 0 {
		b.subject = of.name
	}
	if len(b.properties) == 0 || of.name == "" || c.of == memberTable || sameNoun(of.name, b.subject) || b.compared == maxCompared {
		b.properties = b.reader.properties(b.properties, bl.Table, c)
		return
	}
	b.compared++
	users := b.users(of)
	switch {
	case len(users) > 0:
		b.innerType(of, users, bl, c)
	case of.certain && !containsWord(b.before, of.name):
		b.report(diag.AssumedType, diag.Warning, bl.Span,
			"the table describes %q, but no property of the request body has this type; assumed to be no part of the body", page.Clip(of.name))
	default: // an alternative or a continuation
		b.properties = b.reader.properties(b.properties, bl.Table, c)
	}
}

// bodySubject is what a table of a body describes.
type bodySubject struct {
	name    string // of a type, "" for none
	heading string // the words of the heading, joined; "" for none
	dest    string // of the link to the type
	certain bool   // the page certainly names a type
	at      page.Span
}

// described returns what a table describes by the paragraph before it ("the properties
// of [OrderLine](order.md)"), or by its heading.
func (b *bodyTables) described(bl, lead *page.Block) bodySubject {
	s := &b.page.Sections[bl.Section]
	of := bodySubject{at: bl.Span}
	if b.roles[s.Parent] == vocab.SecBody { // and not the heading of the whole body
		name, words, noun := headingType(s.Text)
		of.name, of.heading, of.certain, of.at = name, name, noun || words == 1 && isCamelCase(name), s.Span
	}
	if lead == nil || lead.Section != bl.Section || !vocab.MentionsProperties(lead.Text) {
		return of
	}
	for _, l := range b.page.Links[lead.Links.Start:lead.Links.End] {
		if name := strings.Trim(page.OneLine(l.Text), "`* "); !l.Image && !l.Auto && vocab.IsName(name) && isTypeLink(l.Dest) {
			of.name, of.dest, of.certain, of.at = name, l.Dest, true, lead.Span
			break
		}
	}
	return of
}

// users returns the properties whose type is the subject of a table: by their type,
// by their description if the type is any JSON, or by their name.
func (b *bodyTables) users(of bodySubject) []*ir.Property {
	var users []*ir.Property
	see := func(props []ir.Property) {
		for i := range props {
			if p := &props[i]; of.isTypeOf(p) {
				users = append(users, p)
			}
		}
	}
	see(b.properties)
	for i := range b.inner {
		see(b.inner[i].Properties)
	}
	return users
}

func (of *bodySubject) isTypeOf(p *ir.Property) bool {
	if p.Type.Name != "" && p.Type.Name != untyped {
		return sameNoun(vocab.LastPart(link.Written(p.Type.Name)), of.name)
	}
	return containsWord(p.Doc, of.name) || sameNoun(p.Name, of.name) || of.heading != "" && sameNoun(p.Name, of.heading)
}

// sameNoun reports whether two names differ only in letter case and number.
func sameNoun(a, b string) bool { return vocab.Singulars(a) == vocab.Singulars(b) }

// containsWord reports whether a text has a word, perhaps in the plural.
func containsWord(text, word string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, func(c rune) bool { return !vocab.IsNameByte(byte(c)) || c >= 0x80 }),
		func(w string) bool { return sameNoun(strings.Trim(w, "."), word) })
}

// innerType adds the type that a table describes and gives it to its users.
func (b *bodyTables) innerType(of bodySubject, users []*ir.Property, bl *page.Block, c columns) {
	typ := ir.Resource{Page: b.common(), Anchor: strings.ToLower(of.name), Name: b.qualify(of.name)}
	typ.Title, typ.At = of.name, b.page.Range(of.at)
	typ.Properties = b.reader.properties(nil, bl.Table, c)
	for _, p := range users {
		if p.Type.Name == "" || p.Type.Name == untyped {
			p.Type.Name = of.name
			if of.dest != "" {
				p.Type.Name = link.Name(of.name, of.dest)
			}
		}
	}
	b.inner = append(b.inner, typ)
}
