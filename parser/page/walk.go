package page

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// walk converts the tree of goldmark to blocks.
func (b *builder) walk(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		b.node(n)
	}
}

func (b *builder) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		b.heading(n)
	case *ast.Paragraph:
		b.paragraph(n, n.Lines())
	case *ast.TextBlock:
		b.paragraph(n, n.Lines())
	case *ast.FencedCodeBlock:
		b.fence(n)
	case *ast.CodeBlock:
		b.indented(n)
	case *ast.HTMLBlock:
		b.html(n)
	case *ast.ThematicBreak:
		b.add(Block{Kind: Rule, Span: b.line(n.Pos())})
	case *extast.Table:
		b.table(n)
	case *ast.Blockquote:
		b.quote++
		b.walk(n)
		b.quote--
	case *ast.List:
		b.items(n)
	}
}

// items adds the blocks of a list.
func (b *builder) items(list *ast.List) {
	b.list++
	number := list.Start
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		b.first, b.number = true, number
		b.walk(n)
		b.first = false
		if list.IsOrdered() {
			number++
		}
	}
	b.list--
}

// add appends a block and sets whether it is in a list or a quote.
func (b *builder) add(bl Block) *Block {
	bl.Quote, bl.List, bl.First = b.quote > 0, b.list > 0, b.first
	if b.first {
		bl.Number, b.first = b.number, false
	}
	b.begun = b.begun || bl.Kind != Comment && bl.Kind != HTML
	b.page.Blocks = append(b.page.Blocks, bl)
	return &b.page.Blocks[len(b.page.Blocks)-1]
}

func (b *builder) heading(n *ast.Heading) {
	span := b.line(n.Pos())
	if l := n.Lines(); l.Len() > 0 {
		if n.Pos() < 0 {
			span.Start = l.At(0).Start
		}
		span.End = max(span.End, trimmedEnd(b.blank, l.At(l.Len()-1)))
	}
	if b.quote > 0 { // a heading in a quote starts no section
		b.inlineBlock(n, Block{Kind: Paragraph, Span: span})
		return
	}
	b.inlineBlock(n, Block{Kind: Heading, Level: n.Level + b.gluedHeading(span), Span: span})
}

func (b *builder) paragraph(n ast.Node, l *text.Segments) {
	if l.Len() == 0 {
		return
	}
	span := Span{l.At(0).Start, trimmedEnd(b.blank, l.At(l.Len()-1))}
	i, opens := len(b.page.Blocks), !b.begun
	b.inlineBlock(n, Block{Kind: Paragraph, Span: span})
	if opens {
		b.gluedTitle(i)
	}
	b.textTable(span)
}

// inlineBlock adds a block of text, followed by the comments inside it as
// separate blocks.
func (b *builder) inlineBlock(n ast.Node, bl Block) {
	i := len(b.page.Blocks)
	bl.Links.Start = len(b.page.Links)
	b.add(bl)
	from, includes := b.text.Len(), len(b.page.Includes)
	b.inline(n)
	p := &b.page.Blocks[i]
	p.Text = b.plainText(trimSpace(b.text.String()[from:]), includes, false)
	p.Links.End = len(b.page.Links)
	b.flushNotes()
}

// line returns the line of off, from off to its end.
func (b *builder) line(off int) Span {
	if off < 0 {
		return Span{}
	}
	off = min(off, len(b.blank)) // goldmark counts a tab that it cut as spaces
	end := off
	for end < len(b.blank) && b.blank[end] != '\n' {
		end++
	}
	for end > off && (b.blank[end-1] == '\r' || b.blank[end-1] == ' ') {
		end--
	}
	return Span{off, end}
}

// trimmedEnd returns the end of a segment without its line end and trailing
// spaces.
func trimmedEnd(src []byte, s text.Segment) int {
	end := min(s.Stop, len(src))
	for end > s.Start && isSpace(src[end-1]) {
		end--
	}
	return end
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
