package page

import (
	"bytes"
	"slices"

	"github.com/mdwire/mdwire/diag"
)

// Old pages have forms that CommonMark reads as plain text although they are
// meant as structure: a heading without a space after its marks ("##Example"), a
// table whose delimiter row is shorter than its header, a comment between two
// rows. They are repaired in goldmark's copy of the page without moving a byte.
// They are reported when the result is a heading or a table.

// directiveMark begins lines that select versions of the following text for the
// publishing tool: ":::zone pivot="a"", ":::zone-end". These lines are not
// text; the lines between them are.
var directiveMark = []byte(":::")

// repairLines finds and repairs such lines.
func (b *builder) repairLines(src []byte) {
	for i, s := range b.page.lines.starts {
		at, indent := int(s), 0
		for at < len(src) && src[at] == ' ' && indent < 4 {
			at++
			indent++
		}
		if at == len(src) || indent == 4 {
			continue
		}
		switch src[at] {
		case '#':
			b.repairHeading(src[at:b.lineStop(i, src)], at)
		case '|', ':', '-':
			line := src[at:b.lineStop(i, src)]
			if bytes.HasPrefix(line, directiveMark) && !isDelimiterRow(line) {
				b.directive(line, at)
				blankOut(line)
			} else if isDelimiterRow(line) && !bytes.HasPrefix(line, []byte("- ")) {
				b.padDelimiter(b.lineBefore(i, src), line, at)
			}
		case '<':
			if isRow(b.lineBefore(i, src)) {
				b.hideComment(src, i)
			}
		}
	}
}

// lineStop returns the end of line i, before its line feed.
func (b *builder) lineStop(i int, src []byte) int {
	if starts := b.page.lines.starts; i+1 < len(starts) {
		return int(starts[i+1]) - 1
	}
	return len(src)
}

func (b *builder) lineBefore(i int, src []byte) []byte {
	if i == 0 {
		return nil
	}
	return src[b.page.lines.starts[i-1]:b.lineStop(i-1, src)]
}

// isDelimiterRow reports whether a line has the form of the row between the
// header and the body of a table, and has a pipe.
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

// padDelimiter gives a delimiter row as many cells as the header above it.
func (b *builder) padDelimiter(header, row []byte, at int) {
	n := columnCount(afterMarker(header))
	if n <= columnCount(row) {
		return
	}
	row = bytes.TrimRight(row, " \t\r")
	if len(row) >= 2*n { // otherwise textTable reports it
		for i := range row {
			row[i] = '-'
			if i%2 == 0 && i < 2*n {
				row[i] = '|'
			}
		}
	}
	b.short = append(b.short, at)
}

// afterMarker removes the list marker before a table: "- |a|b|".
func afterMarker(line []byte) []byte {
	rest := bytes.TrimLeft(line, " \t0123456789")
	if len(rest) > 2 && bytes.IndexByte([]byte("-+*.)"), rest[0]) >= 0 && rest[1] == ' ' && isRow(rest[2:]) {
		return rest[2:]
	}
	return line
}

func isRow(line []byte) bool { return bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte("|")) }

// hideComment overwrites a comment in line i, between two rows of a table, with
// spaces that end the row above it.
func (b *builder) hideComment(src []byte, i int) {
	starts := b.page.lines.starts
	start, end := int(starts[i]), lineEnd(src, int(starts[i]))
	line := bytes.TrimSpace(src[start:end])
	if !bytes.HasPrefix(line, commentOpen) || !bytes.HasSuffix(line, commentClose) || bytes.IndexByte(line, '{') >= 0 {
		return
	}
	if end == len(src) || !isRow(src[end+1:]) {
		return
	}
	for k := start - 1; k < end; k++ {
		src[k] = ' '
	}
	if src[start-2] == '\r' {
		src[start-2] = ' '
	}
	b.cuts = append(b.cuts, start)
}

// reportCuts reports the comments between the rows of a table.
func (b *builder) reportCuts(table Span) {
	i, _ := slices.BinarySearch(b.cuts, table.Start)
	for ; i < len(b.cuts) && b.cuts[i] < table.End; i++ {
		s := b.srcLine(b.cuts[i])
		b.report(diag.TableColumnCount, diag.Warning, s, "a comment between the rows ends the table for other Markdown readers")
	}
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
// cells than the header, and reports it.
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
	b.report(diag.TableColumnCount, diag.Warning, s,
		"the line below the table header has fewer cells than the header, so other Markdown readers see no table")
	return s
}

// textTable reports a paragraph that is a table whose delimiter row is too
// short to be repaired.
func (b *builder) textTable(s Span) {
	if i, _ := slices.BinarySearch(b.short, s.Start); i < len(b.short) && b.short[i] < s.End {
		b.report(diag.TableColumnCount, diag.Warning, b.line(b.short[i]),
			"the line below the table header has fewer cells than the header, so the table is not read")
	}
}
