package page

import (
	"bytes"
	"slices"
	"strings"
)

// repairHeading turns a line "##Example" into a heading with one mark less, to
// make room for a space. gluedHeading adds the mark again. A single mark leaves
// no room; see gluedTitle.
func (b *builder) repairHeading(line []byte, at int) {
	n := len(line) - len(bytes.TrimLeft(line, "#"))
	if n < 2 || n > 6 || n == len(line) || !isWord(line[n]) && line[n] < 0x80 {
		return
	}
	line[n-1] = ' '
	b.glued = append(b.glued, at)
}

// gluedHeading records a repaired heading and returns the number of marks that
// it lost.
func (b *builder) gluedHeading(s Span) int {
	if _, ok := slices.BinarySearch(b.glued, s.Start); !ok {
		return 0
	}
	b.page.Glued = append(b.page.Glued, s)
	return 1
}

// gluedTitle turns the first line of block i into a title when it is written
// "#Title". Block i is the first text of the page; after it, a line "#word" is
// text.
func (b *builder) gluedTitle(i int) {
	bl := &b.page.Blocks[i]
	s := bl.Span
	if bl.List || bl.Quote || s.End-s.Start < 2 || b.page.Src[s.Start] != '#' || !isTitleByte(b.page.Src[s.Start+1]) {
		return
	}
	bl.Kind, bl.Level, bl.Text, bl.Span = Heading, 1, bl.Text[1:], b.line(s.Start)
	b.page.Glued = append(b.page.Glued, bl.Span)
	if title, rest, ok := strings.Cut(bl.Text, "\n"); ok && bl.Span.End < s.End {
		bl.Text = title
		b.splitOff(i, rest, s.End)
	}
}

func isTitleByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

// splitOff moves the text after the first line of block i to a new paragraph.
func (b *builder) splitOff(i int, text string, end int) {
	bl := &b.page.Blocks[i]
	next := lineEnd(b.blank, bl.Span.End) + 1
	rest := Block{Kind: Paragraph, Text: text, Span: Span{next, end}, Links: bl.Links}
	for rest.Links.Start < bl.Links.End && b.page.Links[rest.Links.Start].Span.Start < next {
		rest.Links.Start++
	}
	bl.Links.End = rest.Links.Start
	b.page.Blocks = slices.Insert(b.page.Blocks, i+1, rest)
	for k := range b.page.Includes {
		if in := &b.page.Includes[k]; in.Block == i && in.Span.Start >= next {
			in.Block++
		}
	}
}
