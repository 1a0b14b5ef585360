package lint

import (
	"sort"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

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

// IsAuthorization reports whether a table row describes the Authorization header.
func IsAuthorization(cells []page.Cell) bool {
	return len(cells) > 0 && strings.HasPrefix(strings.ToLower(vocab.HeaderName(strings.Trim(cells[0].Text, "*_` "))), "authorization")
}
