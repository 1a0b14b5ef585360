package lint

import (
	"bytes"
	"sort"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

// CellCount returns the number of cells in a row. A cell may hold an escaped pipe;
// the pipes at the start and end of a row are optional.
func CellCount(row []byte) int {
	return CellsFrom(bytes.TrimPrefix(bytes.TrimSpace(row), []byte("|")))
}

// CellsFrom returns the number of cells in the rest of a row that begins in a
// cell.
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

// TableAt returns the table and the row of the page that contain the start of a
// range; both are nil if there is none.
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
