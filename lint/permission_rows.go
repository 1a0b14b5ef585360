package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// LeastFirst tells the direction that a permission table's own header states;
// known is false where it states none.
func LeastFirst(t *page.Table) (least, known bool) {
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

// EachPermissionWord calls f with the places of the words in a permission cell that may
// be names: letters and digits, with dots, hyphens and low lines within.
func EachPermissionWord(cell string, f func(start, end int)) {
	start, end := -1, 0
	for i, c := range cell {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if start < 0 {
				start = i
			}
			end = i + utf8.RuneLen(c)
		case start >= 0 && c != '.' && c != '-' && c != '_':
			f(start, end)
			start = -1
		}
	}
	if start >= 0 {
		f(start, end)
	}
}

// PermissionSpans returns the spans of each name in a permission's row, in page
// order.
func (p *Pass) PermissionSpans(perm ir.Permission) map[string][]page.Span {
	spans := map[string][]page.Span{}
	for _, m := range perm.Mentions {
		if s, here := p.SpanOf(m.At.In(perm.At)); here && !m.At.IsZero() {
			spans[m.Name] = append(spans[m.Name], s)
		}
	}
	return spans
}

// PermissionRange returns the n-th of the places (from 0), the row's own place where it
// is not known.
func (p *Pass) PermissionRange(perm ir.Permission, places []page.Span, n int) diag.Range {
	if n >= len(places) {
		return perm.At
	}
	return p.Range(places[n])
}

// PermissionCells returns the cells of the page that list permissions, each
// once.
func (p *Pass) PermissionCells() []*page.Cell {
	if p.Operation == nil {
		return nil
	}
	var cells []*page.Cell
	seen := map[int]bool{}
	for _, perm := range p.Operation.Permissions {
		_, row := p.TableAt(perm.At)
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

// IsScope reports whether a word is the name of a permission: words with dots
// within.
func IsScope(word string) bool {
	i := strings.IndexByte(word, '.')
	return i > 0 && i < len(word)-1 && word[i+1] >= 'A' && word[i+1] <= 'Z'
}
