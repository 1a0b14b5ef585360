package page

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/mdwire/mdwire/diag"
)

var (
	commentOpen  = []byte("<!--")
	commentClose = []byte("-->")
)

// html reads an HTML block. Its comments become separate blocks, the rest stays
// HTML.
func (b *builder) html(n *ast.HTMLBlock) {
	span, ok := htmlSpan(n)
	if !ok {
		return
	}
	for span.Start < span.End {
		i := bytes.Index(b.blank[span.Start:span.End], commentOpen)
		if i < 0 {
			b.htmlRest(span)
			return
		}
		b.htmlRest(Span{span.Start, span.Start + i})
		note := b.note(Span{span.Start + i, span.End})
		b.addNote(note)
		span.Start = note.Span.End
	}
}

func htmlSpan(n *ast.HTMLBlock) (Span, bool) {
	l := n.Lines()
	s := Span{-1, -1}
	if l.Len() > 0 {
		s = Span{l.At(0).Start, l.At(l.Len() - 1).Stop}
	}
	if n.HasClosure() {
		if s.Start < 0 {
			s.Start = n.ClosureLine.Start
		}
		s.End = n.ClosureLine.Stop
	}
	return s, s.Start >= 0
}

func (b *builder) htmlRest(s Span) {
	for s.Start < s.End && isSpace(b.blank[s.Start]) {
		s.Start++
	}
	if s.Start >= s.End {
		return
	}
	raw := b.blank[s.Start:s.End]
	for at := 0; ; {
		i := bytes.Index(raw[at:], []byte("<a "))
		if i < 0 {
			break
		}
		b.anchor(raw[at+i : lineEnd(raw, at+i)])
		at += i + 3
	}
	b.add(Block{Kind: HTML, Span: s, Text: strings.TrimSpace(string(raw))})
}

// note reads the comment that begins at s.Start and ends before s.End.
func (b *builder) note(s Span) *Note {
	n := b.notes.next()
	n.Span, n.Body = s, Span{min(s.Start+len(commentOpen), s.End), s.End}
	if i := bytes.Index(b.blank[n.Body.Start:s.End], commentClose); i >= 0 {
		n.Body.End = n.Body.Start + i
		n.Span.End = n.Body.End + len(commentClose)
	} else {
		n.Open = true
		b.report(diag.CommentUnclosed, diag.Error, Span{s.Start, n.Body.Start},
			"the comment is not closed with %q; the text after it is hidden, at worst to the end of the page", "-->")
	}
	n.Text = string(b.page.Src[n.Body.Start:n.Body.End])
	if inner := strings.Index(n.Text, "<!--"); inner >= 0 && !n.Open {
		b.reportNested(n, inner)
	}
	n.JSON = strings.HasPrefix(strings.TrimLeft(n.Text, " \t\r\n-"), "{")
	return n
}

// reportNested reports a comment that is ended by the end of another comment, which
// begins at offset inner of its text.
func (b *builder) reportNested(n *Note, inner int) {
	line := Span{n.Span.Start, lineEnd(b.page.Src, n.Span.Start)}
	b.report(diag.CommentUnclosed, diag.Error, trimSpan(b.page.Src, line), "the comment is not closed before the next comment starts and hides the text between them; add %q", "-->")
	at := n.Body.Start + inner
	d := &b.diags[len(b.diags)-1]
	d.Related = []diag.Related{{At: b.page.Range(Span{at, at + len(commentOpen)}), Message: "the next comment starts here"}}
}

func (b *builder) addNote(n *Note) {
	b.add(Block{Kind: Comment, Span: n.Span, Text: strings.TrimSpace(n.Text), Note: n})
}

// inlineNote keeps a comment inside a paragraph or table until that block is
// finished.
func (b *builder) inlineNote(raw []byte, at int) {
	if bytes.HasPrefix(raw, commentOpen) {
		b.inner = append(b.inner, b.note(Span{at, at + len(raw)}))
	}
}

func (b *builder) flushNotes() {
	for _, n := range b.inner {
		b.addNote(n)
	}
	b.inner = b.inner[:0]
}

// bindNotes assigns to each fence the JSON comment above it. Blank lines,
// headings and paragraphs may be between them (they are counted), but no other
// fence or JSON comment.
func (b *builder) bindNotes() {
	var pending *Note
	gap := 0
	for i := range b.page.Blocks {
		bl := &b.page.Blocks[i]
		switch bl.Kind {
		case Comment:
			if bl.Note.JSON {
				pending, gap = bl.Note, 0
			}
		case FenceBlock:
			if pending != nil {
				pending.Bound = true
				bl.Fence.Note, bl.Fence.Gap = pending, gap
				pending = nil
			}
		case Heading, Paragraph, TableBlock:
			gap++
		}
	}
}
