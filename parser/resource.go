package parser

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
)

func (r *reader) resource(common ir.Page) *ir.Resource {
	res := &ir.Resource{Page: common}
	res.Doc = r.description()
	a, f := r.representation()
	res.Name = r.typeName(a, common.Title)
	res.BaseType = r.baseType(a)
	if a != nil {
		res.KeyProperty, res.OpenType, res.Abstract = a.key, a.open, a.abstract
	}
	if strings.Contains(strings.ToLower(common.Title), "(open type)") {
		res.OpenType = true
	}
	if f != nil {
		res.JSON = r.jsonRepresentation(f)
	}
	r.typeTables(res)
	if res.JSON == nil && len(res.Properties)+len(res.Relationships)+len(res.Members)+len(res.Enums) == 0 {
		r.report(ruleResourceMissing, diag.Warning, r.titleSpan(), "the page of a type has neither a property table nor a JSON representation nor members")
	}
	r.orphans()
	return res
}

func (r *reader) titleSpan() page.Span {
	if i := r.page.Title(); i >= 0 {
		return r.page.Sections[i].Span
	}
	return page.Span{}
}

// representation returns the annotation of the page's type and its fence. A
// page that shows several types is about the one that its title names.
func (r *reader) representation() (*annotation, *page.Fence) {
	var first *annotation
	var fence *page.Fence
	for i := range r.page.Blocks {
		f := r.page.Blocks[i].Fence
		if f == nil {
			continue
		}
		a := r.annotation(f.Note)
		if !a.is("resource") {
			continue
		}
		if first == nil {
			first, fence = a, f
		}
		if t := titleName(r.pageTitle()); t != "" && strings.EqualFold(lastPart(a.typ), t) {
			return a, f
		}
	}
	if fence == nil {
		r.blocks(secJSON, func(b *page.Block) bool {
			fence = b.Fence
			return fence == nil
		})
	}
	return first, fence
}

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
	if !isDotted(name) {
		return ""
	}
	rest = strings.ToLower(strings.TrimSpace(rest))
	if rest == "" || containsAny(rest, typeWords) {
		return name
	}
	return ""
}

// typeWords follow the name of a type in a title, introWords stand before it.
var (
	typeWords = []string{
		"resource", "enum", "complex type", "entity", "facet", "type", "(deprecated)", "object", "property",
		"资源", "枚举", "类型", "recurso", "tipo",
	}
	introWords = []string{"tipo", "recurso", "enumera"}
)

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

// jsonRepresentation reads the JSON that shows the shape of the type.
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

// typeTables reads the tables of a type's page.
func (r *reader) typeTables(res *ir.Resource) {
	for i := range r.page.Sections {
		s := &r.page.Sections[i]
		role := r.roles[i]
		if role == secMethods {
			continue
		}
		for k := range s.Blocks {
			if t := s.Blocks[k].Table; t != nil {
				r.typeTable(res, t, i, role)
			}
		}
	}
}

func (r *reader) typeTable(res *ir.Resource, t *page.Table, sec int, role section) {
	c := r.readColumns(t)
	own := r.page.Sections[sec].Level <= 2 || r.plainSection(sec)
	switch {
	case c.name < 0:
	case c.of == relationTable || role == secRelationships && c.of != memberTable:
		res.Relationships = append(res.Relationships, r.properties(t, c)...)
	case role == secMembers && own:
		res.Members = append(res.Members, r.members(t, c)...)
	case c.of == propertyTable && c.typ >= 0, c.of == namedTable && c.typ >= 0 && role == secProperties:
		res.Properties = append(res.Properties, r.properties(t, c)...)
	case c.of == propertyTable && role == secProperties && own:
		res.Properties = append(res.Properties, r.properties(t, c)...)
	case c.of == memberTable:
		r.enumTable(res, t, c, sec)
	}
}

// plainSection reports whether a sub-section goes on with what its parent
// lists, rather than being about something of its own.
func (r *reader) plainSection(i int) bool {
	s := &r.page.Sections[i]
	return s.Parent >= 0 && r.roles[s.Parent] != r.roles[i]
}

// members reads a table of enum members.
func (r *reader) members(t *page.Table, c columns) []ir.Member {
	var out []ir.Member
	for i := range t.Rows {
		row := &t.Rows[i]
		name := propertyName(cellAt(row, c.name).Text)
		if name == "" {
			r.namelessRow(row)
			continue
		}
		out = append(out, ir.Member{
			Name: name, Value: strings.TrimSpace(cellAt(row, c.value).Text),
			Doc: r.cellDoc(cellAt(row, c.doc)), At: r.page.Range(row.Span),
		})
	}
	return out
}

// enumTable reads a list of members beside the page's own type: an enum named
// by its heading, "### weekIndex values".
func (r *reader) enumTable(res *ir.Resource, t *page.Table, c columns, sec int) {
	ms := r.members(t, c)
	if len(ms) == 0 {
		return
	}
	s := &r.page.Sections[sec]
	name := enumName(s.Text)
	if name == "" {
		if sec <= 1 && len(res.Members) == 0 {
			res.Members = ms
			return
		}
		name = camelWord(s.Text)
	}
	if name == "" {
		r.report(rulePropertyRow, diag.Info, t.Rows[0].Span, "the list of values stands under no heading that names an enum, so it is not read")
		return
	}
	res.Enums = append(res.Enums, ir.Enum{Name: r.qualify(name), Members: ms, At: r.page.Range(s.Span)})
}

// enumName reads "weekIndex values" and "values of weekIndex".
func enumName(heading string) string {
	first, rest, ok := strings.Cut(oneLine(heading), " ")
	first = strings.Trim(first, "`*")
	if !ok {
		return first
	}
	if isDotted(first) && containsAny(strings.ToLower(rest), []string{"value", "enum", "member", "type", "值", "valor", "propert"}) {
		return first
	}
	return ""
}

// camelWord returns the last word of a heading that is written like a type's
// name, with a capital inside: "Possible values for the weekIndex".
func camelWord(heading string) string {
	name := ""
	for w := range strings.FieldsSeq(heading) {
		w = strings.Trim(w, "`*.,:()")
		if isDotted(w) && strings.ToLower(w[1:]) != w[1:] && strings.ToUpper(w) != w {
			name = w
		}
	}
	return name
}
