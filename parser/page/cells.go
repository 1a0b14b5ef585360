package page

import (
	"bytes"
	"strconv"

	"github.com/mdwire/mdwire/diag"
)

// headCells returns the number of cells in the header row. The delimiter row may
// have more, which is reported once, and not for each row.
func (b *builder) headCells(t *Table) int {
	start := t.Header[0].Span.Start
	end := lineEnd(b.page.Src, start)
	have := cellsFrom(bytes.TrimSpace(b.page.Src[start:end]))
	if have < len(t.Header) {
		next := min(end+1, len(b.page.Src))
		b.report(diag.TableColumnCount, diag.Warning, trimSpan(b.page.Src, Span{next, lineEnd(b.page.Src, next)}),
			"the line below the header has %d cells; the header has %d", len(t.Header), have)
	}
	return have
}

// isFull reports whether the last cell of a row has text, so that there is no need
// to count the cells.
func isFull(r Row) bool { return len(r.Cells) > 1 && r.Cells[len(r.Cells)-1].Text != "" }

// reportShort reports a row that has fewer cells than the header row.
func (b *builder) reportShort(row Span, want int) (have int) {
	raw := b.page.Src[row.Start:row.End]
	have = cellCount(raw)
	switch {
	case have == 1 && bytes.IndexByte(raw, '|') < 0:
		b.report(diag.TableColumnCount, diag.Warning, trimSpan(b.page.Src, row),
			"the line is read as a row of the table; join it to the row above, or separate it from the table by a blank line")
	case have < want:
		b.report(diag.TableColumnCount, diag.Warning, trimSpan(b.page.Src, row), "the row has %s; the header has %d", cells(have), want)
	}
	return have
}

func cells(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return strconv.Itoa(n) + " cells"
}

// cellCount returns the number of cells in a row. A cell may hold an escaped pipe;
// the pipes at the start and end of a row are optional.
func cellCount(row []byte) int {
	return cellsFrom(bytes.TrimPrefix(bytes.TrimSpace(row), []byte("|")))
}

// cellsFrom returns the number of cells in the rest of a row that begins in a
// cell.
func cellsFrom(row []byte) int {
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
