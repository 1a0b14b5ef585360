package lint

import (
	"bytes"
	"sort"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

// CellCount counts the cells of a row: what unescaped pipes part, without the
// pipes that may open and close the row.
func CellCount(row []byte) int {
	return CellsFrom(bytes.TrimPrefix(bytes.TrimSpace(row), []byte("|")))
}

// CellsFrom counts what unescaped pipes part, but for one at the end.
func CellsFrom(row []byte) int {
	n := 1
	for i := 0; i < len(row); i++ {
		switch row[i] {
		case '\\':
			i++
		case '|':
			if i < len(row)-1 {
				n++
			}
		}
	}
	return n
}

// TableAt returns the table and the row that a place lies in, nil for a place
// in no table of the page.
func (p *Subject) TableAt(at diag.Range) (*page.Table, *page.Row) {
	if at.Path != p.Path {
		return nil, nil
	}
	off := at.Start.Offset
	i := sort.Search(len(p.Blocks), func(i int) bool { return p.Blocks[i].Span.End > off })
	if i == len(p.Blocks) || p.Blocks[i].Table == nil || off < p.Blocks[i].Span.Start {
		return nil, nil
	}
	rows := p.Blocks[i].Table.Rows
	j := sort.Search(len(rows), func(j int) bool { return rows[j].Span.End > off })
	if j < len(rows) && off >= rows[j].Span.Start {
		return p.Blocks[i].Table, &rows[j]
	}
	return nil, nil
}
