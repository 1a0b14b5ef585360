package lint

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/parser/page"
)

// Prose returns the spans of headings, paragraphs and table cells in page order.
// Fences, comments and HTML are left out.
func (p *Subject) Prose() []page.Span {
	var spans []page.Span
	for i := range p.Blocks {
		switch b := &p.Blocks[i]; b.Kind {
		case page.Heading, page.Paragraph:
			spans = append(spans, b.Span)
		case page.TableBlock:
			spans = appendCells(spans, b.Table)
		}
	}
	return spans
}

func appendCells(spans []page.Span, t *page.Table) []page.Span {
	if t == nil {
		return spans
	}
	for _, c := range t.Header {
		spans = append(spans, c.Span)
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			spans = append(spans, c.Span)
		}
	}
	return spans
}

// PlainText returns the source of a span with code spans, links, includes and
// comments replaced by spaces, so that offsets stay the same.
func (p *Subject) PlainText(s page.Span) string {
	if p.masked == nil {
		p.masked = bytes.Clone(p.Src)
		for _, l := range p.Links {
			blank(p.masked, l.Span)
		}
		for _, in := range p.Includes {
			blank(p.masked, in.Span)
		}
		for _, m := range inlineComment.FindAllIndex(p.masked, -1) {
			blank(p.masked, page.Span{Start: m[0], End: m[1]})
		}
	}
	return maskCode(string(p.masked[s.Start:s.End]))
}

// inlineComment matches a comment within a line. Comments of several lines are
// blocks.
var inlineComment = regexp.MustCompile(`<!--.*?-->`)

func blank(text []byte, s page.Span) {
	for i := s.Start; i < s.End; i++ {
		text[i] = ' '
	}
}

// maskCode replaces code spans with spaces. As in CommonMark, a run of back-quotes
// is closed by the next run of the same length; without one it is text.
func maskCode(text string) string {
	if !strings.Contains(text, "`") {
		return text
	}
	out := []byte(text)
	for i := 0; i < len(text); {
		run := backquotes(text[i:])
		if run == 0 {
			i++
			continue
		}
		end := closingRun(text, i+run, run)
		if end < 0 {
			i += run
			continue
		}
		for j := i; j < end; j++ {
			out[j] = ' '
		}
		i = end
	}
	return string(out)
}

// closingRun returns the offset after the next run of exactly n back-quotes, -1
// if there is none.
func closingRun(text string, from, n int) int {
	for i := from; i < len(text); {
		run := backquotes(text[i:])
		if run == n {
			return i + run
		}
		i += max(run, 1)
	}
	return -1
}

func backquotes(text string) int { return len(text) - len(strings.TrimLeft(text, "`")) }
