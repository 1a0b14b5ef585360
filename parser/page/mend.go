package page

import (
	"bytes"
	"slices"

	"github.com/mdwire/mdwire/diag"
)

// Old pages hold two forms that CommonMark takes for plain text and that every
// reader of the source takes for structure: a heading without the blank behind
// its marks ("##Example"), and a table whose delimiter row is shorter than its
// header. Both are put right in goldmark's copy of the page, byte for byte, and
// reported where they turn out to be what they look like.

// mendLines finds and mends such lines.
func (b *builder) mendLines(src []byte) {
	prev := []byte(nil)
	for _, s := range b.page.lines.starts {
		line := src[min(int(s), len(src)):lineEnd(src, int(s))]
		at := len(line) - len(bytes.TrimLeft(line, " "))
		if at < len(line) && at < 4 {
			switch c := line[at]; {
			case c == '#':
				b.mendHeading(line[at:], int(s)+at)
			case (c == '|' || c == ':' || c == '-') && isDelimiterRow(line) && !bytes.HasPrefix(line[at:], []byte("- ")):
				b.mendDelimiter(prev, line[at:], int(s)+at)
			}
		}
		prev = line
	}
}

// mendHeading makes a heading of one mark less of a line "##Example"; heading
// counts the mark again. A single mark is left alone: "#1" is no heading.
func (b *builder) mendHeading(line []byte, at int) {
	n := len(line) - len(bytes.TrimLeft(line, "#"))
	if n < 2 || n > 6 || n == len(line) || !isWord(line[n]) && line[n] < 0x80 {
		return
	}
	line[n-1] = ' '
	b.glued = append(b.glued, at)
}

// gluedHeading reports a mended heading and returns how many marks it lost.
func (b *builder) gluedHeading(s Span) int {
	if _, ok := slices.BinarySearch(b.glued, s.Start); !ok {
		return 0
	}
	b.report("section-missing", diag.Error, s,
		"a blank is missing behind the marks of %q, so that others see no heading here", clip(b.page.Src[s.Start:s.End]))
	return 1
}

// isDelimiterRow reports whether a line is made of what parts a table's header
// from its rows, and has a pipe.
func isDelimiterRow(line []byte) bool {
	pipe, dash := false, false
	for _, c := range line {
		switch c {
		case '|':
			pipe = true
		case '-':
			dash = true
		case ':', ' ', '\t', '\r':
		default:
			return false
		}
	}
	return pipe && dash
}

// mendDelimiter gives a delimiter row as many cells as the header above it has,
// where that has more.
func (b *builder) mendDelimiter(header, row []byte, at int) {
	n := columnCount(header)
	if n <= columnCount(row) {
		return
	}
	row = bytes.TrimRight(row, " \t\r")
	if len(row) >= 2*n { // else it is told as text; see textTable
		for i := range row {
			row[i] = '-'
			if i%2 == 0 && i < 2*n {
				row[i] = '|'
			}
		}
	}
	b.short = append(b.short, at)
}

// columnCount counts the cells of a line of a table.
func columnCount(line []byte) int {
	line = bytes.TrimSpace(line)
	line = bytes.TrimPrefix(line, []byte("|"))
	if !bytes.HasSuffix(line, []byte(`\|`)) {
		line = bytes.TrimSuffix(line, []byte("|"))
	}
	return 1 + bytes.Count(line, []byte("|")) - bytes.Count(line, []byte(`\|`))
}

// shortDelimiter returns the delimiter row below a header when it has fewer
// cells than that, and reports it.
func (b *builder) shortDelimiter(header Span) Span {
	if len(b.short) == 0 {
		return Span{}
	}
	i, _ := slices.BinarySearch(b.short, header.End)
	next := lineEnd(b.blank, header.End) + 1
	if i == len(b.short) || b.short[i] > lineEnd(b.blank, next) {
		return Span{}
	}
	s := b.line(b.short[i])
	b.report("table-column-count", diag.Warning, s,
		"the line below the table's header has fewer cells than that, so that others see no table here")
	return s
}

// textTable reports a paragraph that is a table with so few cells below its
// header that it could not be mended.
func (b *builder) textTable(s Span) {
	if i, _ := slices.BinarySearch(b.short, s.Start); i < len(b.short) && b.short[i] < s.End {
		b.report("table-column-count", diag.Warning, b.line(b.short[i]),
			"the line below the table's header has fewer cells than that, so the table is not read")
	}
}
