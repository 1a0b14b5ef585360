package parser

import (
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// columns are the column indexes of a table of properties, parameters, headers
// or members; -1 for a missing column.
type columns struct {
	name, typ, value, doc, required int
	of                              tableKind
}

type tableKind int

const (
	otherTable tableKind = iota
	propertyTable
	relationTable
	memberTable
	namedTable // headed Name or the like; its meaning depends on the section
)

// readColumns finds the columns of a table by their heads.
func (w *worker) readColumns(t *page.Table) columns {
	c := columns{name: -1, typ: -1, value: -1, doc: -1, required: -1}
	for i := range t.Header {
		h := w.heads.Fold(t.Header[i].Text)
		switch {
		case vocab.TypeHeads[h] && c.typ < 0:
			c.typ = i
		case vocab.ValueHeads[h] && c.value < 0:
			c.value = i
		case vocab.DocHeads[h] && c.doc < 0:
			c.doc = i
		case vocab.RequiredHeads.Begins(h) && c.required < 0:
			c.required = i
		default:
			c.head(i, h)
		}
	}
	c.complete(len(t.Header))
	return c
}

func (c *columns) head(i int, h string) {
	kind := otherTable
	switch {
	case vocab.PropertyHeads[h]:
		kind = propertyTable
	case vocab.RelationHeads[h]:
		kind = relationTable
	case vocab.MemberHeads[h]:
		kind = memberTable
	case vocab.NameHeads[h]:
		kind = namedTable
	}
	if kind != otherTable && c.name < 0 {
		c.name, c.of = i, kind
	}
}

// complete fills in columns by their usual position. A table with only a value
// column lists members.
func (c *columns) complete(n int) {
	if c.name < 0 && c.value == 0 && c.typ < 0 {
		c.name, c.value, c.of = 0, -1, memberTable
	}
	if c.name < 0 && c.typ == 1 {
		c.name, c.of = 0, namedTable
	}
	if c.name != 0 {
		return
	}
	if c.doc < 0 && n > 1 {
		if last := n - 1; last != c.typ && last != c.value && last != c.required && last != c.name {
			c.doc = last
		}
	}
}

// cellAt returns the cell of a column, an empty one for a missing column.
func cellAt(row *page.Row, i int) *page.Cell {
	if i < 0 || i >= len(row.Cells) {
		return &page.Cell{Span: page.Span{Start: row.Span.End, End: row.Span.End}}
	}
	return &row.Cells[i]
}
