package page

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/mdwire/mdwire/diag"
)

func (b *builder) table(n *extast.Table) {
	t := b.tables.next()
	i := len(b.page.Blocks)
	b.add(Block{Kind: TableBlock, Table: t, Links: Span{Start: len(b.page.Links)}})
	head := n.FirstChild()
	line := b.line(head.Pos())
	t.Header = b.row(head, line)
	t.Short = b.shortDelimiter(line)
	want := b.headCells(t)
	span := b.line(max(n.Pos(), head.Pos()))
	if rows := n.ChildCount() - 1; rows > 0 {
		t.Rows = make([]Row, 0, rows)
	}
	for r := head.NextSibling(); r != nil; r = r.NextSibling() {
		row := Row{Span: b.line(r.Pos())}
		row.Cells = b.row(r, row.Span)
		row.Extra = b.extra(row)
		row.Short = row.Extra.IsZero() && !isFull(row) && b.reportShort(row.Span, want) < len(t.Header)
		t.Rows = append(t.Rows, row)
		span.End = row.Span.End
	}
	bl := &b.page.Blocks[i]
	bl.Span, bl.Links.End = span, len(b.page.Links)
	b.reportCuts(span)
	b.flushNotes()
}

func (b *builder) row(row ast.Node, line Span) []Cell {
	cells := b.cells.take(row.ChildCount())
	i := 0
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cells[i] = b.cell(c, line)
		i++
	}
	return cells
}

func (b *builder) cell(n ast.Node, line Span) Cell {
	c := Cell{Span: b.noCell(line), Links: Span{Start: len(b.page.Links)}}
	if l := n.Lines(); l.Len() > 0 {
		c.Span = Span{l.At(0).Start, l.At(0).Stop}
	}
	from, includes := b.text.Len(), len(b.page.Includes)
	b.inline(n)
	c.Text = b.plainText(trimSpace(b.text.String()[from:]), includes, true)
	c.Links.End = len(b.page.Links)
	return c
}

// noCell returns the position of a cell that goldmark has no position for:
// before the last pipe when that is preceded by another pipe, otherwise the end
// of the row.
func (b *builder) noCell(line Span) Span {
	row := b.blank[line.Start:line.End]
	if inner, ok := bytes.CutSuffix(row, []byte("|")); ok && bytes.HasSuffix(bytes.TrimRight(inner, " \t"), []byte("|")) {
		return Span{line.End - 1, line.End - 1}
	}
	return Span{line.End, line.End}
}

// extra returns the span of a row beyond the columns of the header, which
// goldmark ignores.
func (b *builder) extra(r Row) Span {
	if len(r.Cells) == 0 {
		return Span{}
	}
	from := r.Cells[len(r.Cells)-1].Span.End
	s := Span{from, r.Span.End}
	for s.Start < s.End && (isSpace(b.blank[s.Start]) || b.blank[s.Start] == '|') {
		s.Start++
	}
	if s.Start >= s.End {
		return Span{}
	}
	for b.blank[s.End-1] == '|' || isSpace(b.blank[s.End-1]) {
		s.End--
	}
	b.report(diag.TableColumnCount, diag.Warning, s,
		"the row has more cells than the header, so %q is not read; write a pipe inside a cell as %q", Clip(b.page.Raw(s)), `\|`)
	return s
}

// Empty reports whether no cell of the row has text.
func (r *Row) Empty() bool {
	for i := range r.Cells {
		if r.Cells[i].Text != "" {
			return false
		}
	}
	return true
}
