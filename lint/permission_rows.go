package lint

import (
	"regexp"
	"sort"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// tableOf returns the table and the row that a place lies in, nil for a place
// in no table of the page.
func (p *Subject) tableOf(at diag.Range) (*page.Table, *page.Row) {
	if at.Path != p.Path {
		return nil, nil
	}
	off := at.Start.Offset
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Table == nil || off < b.Span.Start || off >= b.Span.End {
			continue
		}
		rows := b.Table.Rows
		j := sort.Search(len(rows), func(j int) bool { return rows[j].Span.End > off })
		if j < len(rows) && off >= rows[j].Span.Start {
			return b.Table, &rows[j]
		}
	}
	return nil, nil
}

// leastFirst tells the direction that a permission table's own header states;
// known is false where it states none.
func leastFirst(t *page.Table) (least, known bool) {
	for _, c := range t.Header {
		text := strings.ToLower(strings.Join(strings.Fields(c.Text), " "))
		switch {
		case strings.Contains(text, "least to most"):
			return true, true
		case strings.Contains(text, "most to least"):
			return false, true
		}
	}
	return false, false
}

// permissionName is a token of a permission cell that may be a name.
var permissionName = regexp.MustCompile(`[\pL\pN][\pL\pN._-]*[\pL\pN]`)

// namePlaces returns the places of each name in a permission's row, in order.
func (p *Pass) namePlaces(perm ir.Permission) map[string][]page.Span {
	s, here := p.span(perm.At)
	if !here {
		return nil
	}
	places := map[string][]page.Span{}
	raw := p.Raw(s)
	for _, m := range permissionName.FindAllStringIndex(raw, -1) {
		name := raw[m[0]:m[1]]
		places[name] = append(places[name], page.Span{Start: s.Start + m[0], End: s.Start + m[1]})
	}
	return places
}

// placeAt returns the n-th of the places (from 0), the row's own place where it
// is not known.
func (p *Pass) placeAt(perm ir.Permission, places []page.Span, n int) diag.Range {
	if n >= len(places) {
		return perm.At
	}
	return p.Range(places[n])
}

// permissionCells returns the cells of the page that list permissions, each
// once.
func (p *Pass) permissionCells() []*page.Cell {
	if p.Operation == nil {
		return nil
	}
	var cells []*page.Cell
	seen := map[int]bool{}
	for _, perm := range p.Operation.Permissions {
		_, row := p.tableOf(perm.At)
		if row == nil {
			continue
		}
		for i := 1; i < len(row.Cells); i++ {
			if c := &row.Cells[i]; !seen[c.Span.Start] {
				seen[c.Span.Start] = true
				cells = append(cells, c)
			}
		}
	}
	return cells
}

// isScope reports whether a word is the name of a permission: words with dots
// within.
func isScope(word string) bool {
	i := strings.IndexByte(word, '.')
	return i > 0 && i < len(word)-1 && word[i+1] >= 'A' && word[i+1] <= 'Z'
}
