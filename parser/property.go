package parser

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/link"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// properties appends the rows of a table of properties or relationships.
func (r *reader) properties(out []ir.Property, t *page.Table, c columns) []ir.Property {
	out = slices.Grow(out, len(t.Rows))
	from := len(out)
	for i := range t.Rows {
		row := &t.Rows[i]
		name := cellAt(row, c.name)
		if isOnlyCell(row, c.name) && (!isPropertyName(name.Text) || r.isBold(name)) {
			r.onlyCell(out[from:], row, name)
			continue
		}
		if name.Text == "" {
			r.reportNamelessRow(row)
			continue
		}
		p := r.property(row, c)
		p.Table = int32(t.Rows[0].Span.Start)
		out = append(out, p)
	}
	return out
}

// isOnlyCell reports whether no other cell of the row has text.
func isOnlyCell(row *page.Row, col int) bool {
	for i := range row.Cells {
		if i != col && row.Cells[i].Text != "" {
			return false
		}
	}
	return true
}

// isBold reports whether a cell begins in bold, as the names of groups do. Tags
// may come before its text.
func (r *reader) isBold(c *page.Cell) bool {
	raw := strings.TrimLeft(r.page.Raw(c.Span), " \u00a0")
	for strings.HasPrefix(raw, "<") {
		_, raw, _ = strings.Cut(raw, ">")
	}
	return strings.HasPrefix(raw, "**")
}

// isPropertyName reports whether a text is a single word in the form of a name.
func isPropertyName(s string) bool {
	return !strings.HasPrefix(s, "\u00a0") && vocab.IsName(strings.TrimLeft(strings.ReplaceAll(propertyName(s), "@", "a"), "#_"))
}

// maxDoc limits a text that is joined from several blocks or rows, in bytes.
const maxDoc = 32 << 10

// onlyCell reads a row with text only in its first cell: the name of a group of
// properties, in bold, or the end of the previous description after a line
// break.
func (r *reader) onlyCell(before []ir.Property, row *page.Row, c *page.Cell) {
	if c.Text == "" || strings.HasPrefix(c.Text, "\u00a0") || r.isBold(c) || len(before) == 0 {
		return
	}
	if last := &before[len(before)-1]; len(last.Doc) < maxDoc {
		last.Doc = strings.TrimSpace(last.Doc + " " + c.Text)
	}
	if row.Short { // reported as a row with too few cells
		return
	}
	r.report(diag.PropertyRowDefect, diag.Warning, c.Span,
		"the row has only %q and is read as part of the row above; write a row on one line", page.Clip(c.Text))
}

func (r *reader) reportNamelessRow(row *page.Row) {
	if !row.Empty() && !row.Short {
		r.report(diag.PropertyRowDefect, diag.Warning, row.Span, "the row has no property name, so it is not read")
	}
}

func (r *reader) property(row *page.Row, c columns) ir.Property {
	name := cellAt(row, c.name)
	p := ir.Property{Name: propertyName(name.Text), Doc: r.cellDoc(cellAt(row, c.doc)), At: r.page.Range(row.Span)}
	p.NameAt = r.placeIn(p.At, name, p.Name)
	typ := cellAt(row, c.value)
	if c.typ >= 0 {
		typ = cellAt(row, c.typ)
		p.Type = r.propertyType(row, typ, p.Name)
		r.rowLink(&p, name, typ)
	} else {
		p.Type = r.valueType(typ)
		p.NoType = p.Type.Name == ""
	}
	if p.Type.Name != "" && !strings.HasPrefix(p.Type.Name, "Edm.") {
		p.TypeAt = r.typePlace(p.At, typ, link.Written(p.Type.Name))
		if typ.Links.End > typ.Links.Start {
			p.TypeLink = r.page.Links[typ.Links.Start].Dest
		}
	}
	p.Required = c.required >= 0 && vocab.IsYes(cellAt(row, c.required).Text) || vocab.SaysRequired(p.Doc)
	if c.doc >= 0 {
		p.Values = r.possibleValues(cellAt(row, c.doc))
	}
	return p
}

// rowLink uses the link in a row's name for a type without one: it names the type if
// no page documents the word in the type's cell.
func (r *reader) rowLink(p *ir.Property, name, typ *page.Cell) {
	if p.Type.Name == "" || strings.HasPrefix(p.Type.Name, "Edm.") || typ.Links.End > typ.Links.Start || name.Links.End == name.Links.Start {
		return
	}
	dest := r.page.Links[name.Links.Start].Dest
	if !isTypeLink(dest) {
		return
	}
	if !p.Type.Collection && !p.Type.Map && vocab.IsPlural(p.Name) {
		r.report(diag.PropertyTypeMalformed, diag.Warning, typ.Span, "the type %q of %q does not say whether there are several, so it is read as any JSON", page.Clip(typ.Text), page.Clip(p.Name))
		p.Type = ir.TypeRef{}
		return
	}
	p.Type.Name = link.NameOr(p.Type.Name, dest)
}

// placeIn returns the place of a cell's text in its row, zero if the cell spells
// it differently.
func (r *reader) placeIn(row diag.Range, c *page.Cell, text string) ir.Place {
	src := r.page.Src
	for i := c.Span.Start; i+len(text) <= c.Span.End; i++ { // emphasis and links come before the text
		if string(src[i:i+len(text)]) == text {
			return ir.PlaceIn(src, row, i)
		}
	}
	return ir.Place{}
}

// typePlace returns the place of a type's name in its cell, in any letter case
// and without the namespace.
func (r *reader) typePlace(row diag.Range, c *page.Cell, name string) ir.Place {
	src, last := r.page.Src, []byte(vocab.LastPart(name))
	for i := c.Span.Start; i+len(last) <= c.Span.End; i++ {
		if bytes.EqualFold(src[i:i+len(last)], last) {
			return ir.PlaceIn(src, row, i)
		}
	}
	return ir.Place{}
}

func (r *reader) cellDoc(c *page.Cell) string { return r.cutTodo(c.Text, c.Span) }

// propertyType reads a type and reports one that is not readable.
func (r *reader) propertyType(row *page.Row, c *page.Cell, name string) ir.TypeRef {
	typ, ok := r.typeCell(c)
	switch {
	case ok && !isSeveralTypes(c.Text):
	case c.Text == "" && row.Short: // reported as a row with too few cells
	case c.Text == "":
		r.report(diag.PropertyRowDefect, diag.Warning, c.Span, "the property %q has no type", page.Clip(name))
	case vocab.HasTodo(c.Text):
	default:
		r.report(diag.PropertyTypeMalformed, diag.Warning, c.Span, "the type %q of %q is not the name of a type", page.Clip(c.Text), page.Clip(name))
	}
	return typ
}

// withRemark matches a type with a remark after it: "string (url)".
var withRemark = regexp.MustCompile(`^\w+ +\(.*\)$`)

// isSeveralTypes reports whether a type cell names alternatives, or a type and a
// remark.
func isSeveralTypes(s string) bool {
	return strings.Contains(s, " or ") || strings.HasSuffix(s, ")") && withRemark.MatchString(s)
}

// propertyName removes code marks, a colon and a remark in parentheses from a
// name: "mail (deprecated)".
func propertyName(s string) string {
	s = page.OneLine(strings.ReplaceAll(s, "\u00a0", " "))
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		s = s[:i]
	}
	return strings.Trim(s, " `*:")
}

// possibleValues reads the values in code marks that a description lists:
// "Possible values are: `a`, `b`, and `c`."
func (r *reader) possibleValues(c *page.Cell) []string {
	if bytes.IndexByte(r.page.Src[c.Span.Start:c.Span.End], '`') < 0 || !vocab.MayListValues(c.Text) {
		return nil
	}
	raw := r.page.Raw(c.Span)
	i := vocab.AfterPossibleValues(raw)
	if i < 0 {
		return nil
	}
	return codeList(raw[i:])
}

// codeList returns the code spans of a list. It ends where more than a few
// words are between two of them.
func codeList(raw string) []string {
	var out []string
	for {
		i := strings.IndexByte(raw, '`')
		if i < 0 || len(out) > 0 && endsList(raw[:i]) || i > 80 {
			return out
		}
		raw = raw[i+1:]
		k := strings.IndexByte(raw, '`')
		if k < 0 {
			return out
		}
		if v := strings.TrimSpace(raw[:k]); v != "" && !strings.ContainsAny(v, " \t") {
			out = append(out, v)
		}
		raw = raw[k+1:]
	}
}

// endsList reports whether the text between two code spans ends the list.
func endsList(between string) bool {
	return len(between) > 24 || strings.Contains(between, ". ") || strings.Contains(between, ".<") || strings.Contains(between, "。")
}
