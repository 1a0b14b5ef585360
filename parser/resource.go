package parser

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

func (r *reader) resource(common ir.Page) ir.Resource {
	res := ir.Resource{Page: common}
	res.Doc = r.description()
	a, f := r.representation(0)
	res.Name = r.typeName(a, common.Title)
	if a.typeName() == "" && f != nil {
		declared := declaredType(f)
		if res.Name == "" || r.namespace == "" && strings.EqualFold(vocab.LastPart(declared), vocab.LastPart(res.Name)) {
			res.Name = declared
		}
	}
	if r.namespace == "" { // other types of the page are in the namespace of its type
		r.namespace = vocab.NamespaceOf(res.Name)
	}
	r.represent(&res, a, f, 0)
	r.typeTables(&res, 0)
	if res.Name == "" && len(res.Properties)+len(res.Relationships)+len(res.Members) > 0 {
		r.report(diag.ResourceBlockMissing, diag.Info, r.titleSpan(), "neither the title nor an annotation names the type of the page, so no other page can refer to it")
	}
	isType := strings.HasSuffix(strings.ToLower(common.Title), " type") // and not an overview in the same folder
	if isType && res.JSON == nil && len(res.Properties)+len(res.Relationships)+len(res.Members)+len(res.Enums) == 0 {
		r.report(diag.ResourceBlockMissing, diag.Warning, r.titleSpan(), "the page of a type has no property table, no JSON representation and no members")
	}
	r.orphans()
	return res
}

// represent reads the annotation and the JSON of a type, which may be nil.
func (r *reader) represent(res *ir.Resource, a *annotation, f *page.Fence, owner int) {
	res.BaseType = r.baseType(a, owner)
	if a != nil {
		res.KeyProperty, res.OpenType, res.Abstract = a.key, a.open, a.abstract
		res.KeyAt = r.rangeIn(a, a.keyAt)
	}
	if vocab.OpenType.In(strings.ToLower(res.Title)) {
		res.OpenType = true
	}
	if f != nil {
		res.JSON = r.jsonRepresentation(f)
	}
}

// declaredType returns the "@odata.type" in the JSON representation of a type.
func declaredType(f *page.Fence) string {
	name := ""
	eachMember(lenient.Read([]byte(f.Content)).JSON, func(key, value []byte) bool {
		if string(key) == "@odata.type" {
			name = strings.TrimPrefix(unquote(value), "#")
		}
		return name == ""
	})
	if !vocab.IsName(name) {
		return ""
	}
	return name
}

func (r *reader) titleSpan() page.Span {
	if i := r.page.Title(); i >= 0 {
		return r.page.Sections[i].Span
	}
	return page.Span{}
}

// representation returns the annotation of a type and its fence, by the owner of
// the sections. When the page shows several types of an owner, it is the one in the
// title.
func (r *reader) representation(owner int) (*annotation, *page.Fence) {
	var first *annotation
	var fence *page.Fence
	for i := range r.page.Blocks {
		f := r.page.Blocks[i].Fence
		if f == nil || r.owners[r.page.Blocks[i].Section] != owner {
			continue
		}
		a := r.annotation(f.Note)
		if !a.is("resource") {
			continue
		}
		if first == nil {
			first, fence = a, f
		}
		if t := titleName(r.pageTitle()); t != "" && strings.EqualFold(vocab.LastPart(a.typ), t) {
			return a, f
		}
	}
	if fence == nil {
		r.blocks(vocab.SecJSON, func(b *page.Block) bool {
			if r.owners[b.Section] == owner {
				fence = b.Fence
			}
			return fence == nil
		})
	}
	return first, fence
}

// jsonRepresentation reads the JSON that shows the structure of the type.
func (r *reader) jsonRepresentation(f *page.Fence) *ir.Message {
	ms := message.Parse(f.Content)
	if len(ms) == 0 {
		return nil
	}
	m := &ms[0]
	if m.Kind != message.JSON && m.BodyKind != ir.JSON && m.BodyKind != ir.JSONInvalid {
		return nil
	}
	out := r.message(f, m)
	return &out
}

// typeTables reads the tables of a type, by the owner of their sections.
func (r *reader) typeTables(res *ir.Resource, owner int) {
	for i := range r.page.Sections {
		s := &r.page.Sections[i]
		role := r.roles[i]
		if role == vocab.SecMethods || r.owners[i] != owner {
			continue
		}
		for k := range s.Blocks {
			if t := s.Blocks[k].Table; t != nil {
				r.typeTable(res, t, i, role)
			}
		}
	}
}

func (r *reader) typeTable(res *ir.Resource, t *page.Table, sec int, role vocab.Section) {
	c := r.readColumns(t)
	own := r.page.Sections[sec].Level <= 2 || r.plainSection(sec)
	switch {
	case c.name < 0:
	case c.of == relationTable || role == vocab.SecRelationships && c.of != memberTable:
		res.Relationships = r.properties(res.Relationships, t, c)
	case role == vocab.SecMembers && own:
		res.Members = append(res.Members, r.members(t, c)...)
	case c.of == propertyTable && c.typ >= 0, c.of == namedTable && c.typ >= 0 && role == vocab.SecProperties:
		res.Properties = r.properties(res.Properties, t, c)
	case c.of == namedTable && c.typ >= 0 && (role == vocab.SecTitle && !r.has(vocab.SecProperties) || r.owners[sec] == sec && sec > 0):
		res.Properties = r.properties(res.Properties, t, c)
	case c.of == propertyTable && role == vocab.SecProperties && own:
		res.Properties = r.properties(res.Properties, t, c)
	case c.of == memberTable:
		r.enumTable(res, t, c, sec)
	}
}

// plainSection reports whether a sub-section continues the list of its parent
// rather than starting another subject.
func (r *reader) plainSection(i int) bool {
	s := &r.page.Sections[i]
	return s.Parent >= 0 && r.roles[s.Parent] != r.roles[i]
}
