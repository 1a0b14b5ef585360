package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// LeastFirst reports whether the header of a permission table says that the least
// privileged permission is first; known is false if the header states no order.
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

// EachPermissionWord calls f for the words of a permission cell that may be names:
// letters and digits, with dots, hyphens and underscores between them.
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
		at, ok := m.At.In(perm.At, m.Name)
		if s, here := p.SpanOf(at); here && ok {
			spans[m.Name] = append(spans[m.Name], s)
		}
	}
	return spans
}

// PermissionRange returns the range of spans[n], the permission's range if there
// is no such span.
func (p *Pass) PermissionRange(perm ir.Permission, spans []page.Span, n int) diag.Range {
	if n >= len(spans) {
		return perm.At
	}
	return p.Range(spans[n])
}

// PermissionCells returns the cells of the page that list permissions, without
// duplicates.
func (p *Pass) PermissionCells() []*page.Cell {
	var cells []*page.Cell
	seen := map[int]bool{}
	for _, perm := range p.Permissions() {
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

// IsScope reports whether a word has the form of a permission name, as in
// User.Read.
func IsScope(word string) bool {
	i := strings.IndexByte(word, '.')
	return i > 0 && i < len(word)-1 && word[i+1] >= 'A' && word[i+1] <= 'Z'
}
