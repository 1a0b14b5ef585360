package page

import (
	"bytes"

	"github.com/mdwire/mdwire/diag"
)

// goldmark needs quadratic time for some inputs: quotes and lists nested
// thousands deep, thousands of brackets or emphasis marks in one paragraph,
// escaped pipes in code. Marks beyond these limits, which no real page reaches,
// are overwritten in goldmark's copy of the page. Text is always taken from the
// page itself, so only the structure of the excess is lost.
const (
	maxNesting = 64
	maxIndent  = 256  // columns before the mark of a quote or list item
	maxMarks   = 2000 // of one kind in a block
	maxRun     = 8000 // of one kind between two blank lines
	maxPipes   = 500  // escaped pipes in a page
)

// limitMarks overwrites the excess in src and reports it.
func (b *builder) limitMarks(src []byte) {
	at := -1
	see := func(i int) {
		if i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	see(b.flatten(src))
	if n := bytes.Count(src, []byte{'['}); n > maxMarks {
		see(thin(src, "["))
	}
	if n := bytes.Count(src, []byte{'*'}) + bytes.Count(src, []byte{'_'}); n > maxMarks {
		see(thin(src, "*_"))
	}
	if bytes.Count(src, []byte(`\|`)) > maxPipes {
		see(unescapePipes(src))
	}
	if at >= 0 {
		b.report(diag.PageUnreadable, diag.Warning, Span{at, at + 1},
			"the page has too many nested or repeated marks from here on, so the rest of them is read as plain text")
	}
}

// flatten overwrites the marks of quotes and list items that are nested too
// deeply. It returns the first offset, -1 for none.
func (b *builder) flatten(src []byte) int {
	first := -1
	for _, s := range b.page.lines.starts {
		n := 0
		for i := int(s); i < len(src) && isMarker(src[i]); i++ {
			if src[i] == ' ' || src[i] == '\t' {
				continue
			}
			if n++; (n > maxNesting || i-int(s) > maxIndent) && !onlyMark(src, i) {
				src[i] = ' '
				if first < 0 {
					first = i
				}
			}
		}
	}
	return first
}

func isMarker(c byte) bool {
	return c == ' ' || c == '>' || c == '-' || c == '\t' || c == '*' || c == '+' || c == '.' || c == ')' || c >= '0' && c <= '9'
}

// onlyMark reports whether the mark at i continues a run of the same mark, as
// in a thematic break or a number.
func onlyMark(src []byte, i int) bool { return src[i] != '>' && i > 0 && src[i] == src[i-1] }

// thin overwrites the marks of a block after the first maxMarks. List items and
// table rows count as blocks.
func thin(src []byte, marks string) int {
	first, block, run := -1, 0, 0
	for i := 0; i < len(src); {
		end := lineEnd(src, i)
		line := src[i:end]
		trimmed := bytes.TrimLeft(line, " \t")
		switch {
		case len(bytes.TrimSpace(line)) == 0:
			block, run = 0, 0
		case isMarker(trimmed[0]) || bytes.IndexByte(line, '|') >= 0:
			block = 0
		}
		for k, c := range line {
			if c != marks[0] && c != marks[len(marks)-1] {
				continue
			}
			block++
			run++
			if block > maxMarks || run > maxRun {
				line[k] = ' '
				if first < 0 {
					first = i + k
				}
			}
		}
		i = end + 1
	}
	return first
}

// unescapePipes overwrites the escaped pipes after the first maxPipes.
func unescapePipes(src []byte) int {
	first, n := -1, 0
	for i := 0; ; {
		k := bytes.Index(src[i:], []byte(`\|`))
		if k < 0 {
			return first
		}
		i += k
		if n++; n > maxPipes {
			src[i], src[i+1] = '.', '.'
			if first < 0 {
				first = i
			}
		}
		i += 2
	}
}
