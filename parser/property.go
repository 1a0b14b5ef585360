package parser

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// properties reads the rows of a property or relationship table.
func (r *reader) properties(t *page.Table, c columns) []ir.Property {
	out := make([]ir.Property, 0, len(t.Rows))
	for i := range t.Rows {
		row := &t.Rows[i]
		name := cellAt(row, c.name)
		if isOnlyCell(row, c.name) && (!isPropertyName(name.Text) || r.isBold(name)) {
			out = r.onlyCell(out, name)
			continue
		}
		if name.Text == "" {
			r.reportNamelessRow(row)
			continue
		}
		out = append(out, r.property(row, c))
	}
	return out
}

// isOnlyCell reports whether only the one cell of a row holds text.
func isOnlyCell(row *page.Row, col int) bool {
	for i := range row.Cells {
		if i != col && row.Cells[i].Text != "" {
			return false
		}
	}
	return true
}

// isBold reports whether a cell begins in bold, as the names of groups do; tags
// may stand before its text.
func (r *reader) isBold(c *page.Cell) bool {
	raw := strings.TrimLeft(r.page.Raw(c.Span), " \u00a0")
	for strings.HasPrefix(raw, "<") {
		_, raw, _ = strings.Cut(raw, ">")
	}
	return strings.HasPrefix(raw, "**")
}

// isPropertyName reports whether text is one word made as names are.
func isPropertyName(s string) bool {
	return !strings.HasPrefix(s, "\u00a0") && vocab.IsName(strings.TrimLeft(strings.ReplaceAll(propertyName(s), "@", "a"), "#_"))
}

// maxDoc bounds a text that is put together from pieces.
const maxDoc = 32 << 10

// onlyCell reads a row with text in its first cell only: the name of a group
// of properties, in bold, or the end of the last row's description, which a
// line break cut off.
func (r *reader) onlyCell(out []ir.Property, c *page.Cell) []ir.Property {
	if c.Text == "" || strings.HasPrefix(c.Text, "\u00a0") || r.isBold(c) || len(out) == 0 {
		return out
	}
	if last := &out[len(out)-1]; len(last.Doc) < maxDoc {
		last.Doc = strings.TrimSpace(last.Doc + " " + c.Text)
	}
	r.report(diag.PropertyRowDefect, diag.Warning, c.Span,
		"the row holds %q alone and is read as the rest of the row before; a row's text stands in one line", page.Clip(c.Text))
	return out
}

func (r *reader) reportNamelessRow(row *page.Row) {
	if !row.Empty() {
		r.report(diag.PropertyRowDefect, diag.Warning, row.Span, "the row names no property, so it is not read")
	}
}

func (r *reader) property(row *page.Row, c columns) ir.Property {
	name := cellAt(row, c.name)
	p := ir.Property{Name: propertyName(name.Text), Doc: r.cellDoc(cellAt(row, c.doc)), At: r.page.Range(row.Span)}
	if c.typ >= 0 {
		p.Type = r.propertyType(cellAt(row, c.typ), p.Name)
	} else {
		p.Type = r.valueType(cellAt(row, c.value))
	}
	p.Required = c.required >= 0 && vocab.IsYes(cellAt(row, c.required).Text) || vocab.SaysRequired(p.Doc)
	if c.doc >= 0 {
		p.Values = r.possibleValues(cellAt(row, c.doc))
	}
	return p
}

func (r *reader) cellDoc(c *page.Cell) string { return r.cutTodo(c.Text, c.Span) }

// propertyType reads a type and reports one that cannot be read.
func (r *reader) propertyType(c *page.Cell, name string) ir.TypeRef {
	typ, ok := r.typeCell(c)
	switch {
	case ok:
	case c.Text == "":
		r.report(diag.PropertyRowDefect, diag.Warning, c.Span, "the row of %q has no type", page.Clip(name))
	case vocab.HasTodo(c.Text):
	default:
		r.report(diag.PropertyTypeMalformed, diag.Warning, c.Span, "the type %q of %q is no type's name", page.Clip(c.Text), page.Clip(name))
	}
	return typ
}

// propertyName takes off what clings to names: marks of code, a colon, words
// in parentheses ("mail (deprecated)").
func propertyName(s string) string {
	s = page.OneLine(strings.ReplaceAll(s, "\u00a0", " "))
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		s = s[:i]
	}
	return strings.Trim(s, " `*:")
}

// possibleValues reads the values that a description lists in code marks:
// "Possible values are: `a`, `b`, and `c`."
func (r *reader) possibleValues(c *page.Cell) []string {
	if !vocab.MayListValues(c.Text) {
		return nil
	}
	raw := r.page.Raw(c.Span)
	i := vocab.AfterPossibleValues(raw)
	if i < 0 {
		return nil
	}
	return codeList(raw[i:])
}

// codeList collects the code spans of a list; more than a few words between
// two of them end it.
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

// endsList reports whether what stands between two code spans ends the list.
func endsList(between string) bool {
	return len(between) > 24 || strings.Contains(between, ". ") || strings.Contains(between, ".<") || strings.Contains(between, "。")
}
