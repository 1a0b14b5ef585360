package lint

import (
	"sort"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/validate"
)

// Body is the JSON body of an example.
type Body struct {
	validate.JSON

	msg    *ir.Message
	offset func(int) int // from the JSON to msg.Body; nil until a place is asked for
	last   diag.Pos      // the last result of step; findings are mostly in order
}

// ReadBody reads a body that is JSON or can be repaired; ok is false for others.
func ReadBody(m *ir.Message) (b Body, ok bool) {
	if m.JSON == nil || m.Kind != ir.JSON && m.Kind != ir.JSONInvalid {
		return b, false
	}
	b = Body{msg: m, last: m.BodyAt.Start}
	b.JSON, ok = validate.ParseValid(string(m.JSON))
	return b, ok
}

// inBody returns the offset in the message's body of an offset in the JSON.
func (b *Body) inBody(offset int) int {
	if b.msg.Kind == ir.JSON {
		return offset
	}
	if b.offset == nil {
		b.offset = lenient.Read(b.msg.Body).Offset
	}
	return b.offset(offset)
}

// Place returns the place in the page of a range of the body's JSON.
func (p *TreePass) Place(b *Body, start, end int) diag.Range {
	start, end = b.inBody(start), b.inBody(end)
	if at, ok := b.plainPlace(start, end); ok {
		return at
	}
	pg := p.Page(b.msg.At.Path)
	if pg == nil {
		return b.msg.BodyAt
	}
	return pg.Range(bodySpan(pg, b.msg, start, end))
}

// plainPlace computes a place from the place of the body. ok is false if the page
// has other bytes than the body: the block is indented in a list, or has CRLF
// line ends.
func (b *Body) plainPlace(start, end int) (at diag.Range, ok bool) {
	m := b.msg
	if m.BodyAt.End.Offset-m.BodyAt.Start.Offset != len(m.Body) {
		return diag.Range{}, false
	}
	return diag.Range{Path: m.BodyAt.Path, Start: b.step(start), End: b.step(end)}, true
}

// step returns the place of an offset in the body. It counts from its previous
// result if possible: to count from the start each time is slow in a long body
// with many findings.
func (b *Body) step(n int) diag.Pos {
	start := b.msg.BodyAt.Start
	pos := b.last
	if n < pos.Offset-start.Offset {
		pos = start
	}
	for _, c := range string(b.msg.Body[pos.Offset-start.Offset : n]) {
		pos.Column++
		if c == '\n' {
			pos.Line, pos.Column = pos.Line+1, 1
		}
	}
	pos.Offset = start.Offset + n
	b.last = pos
	return pos
}

// bodySpan finds a range of a body in the code block of the body.
func bodySpan(pg *Subject, m *ir.Message, start, end int) page.Span {
	b := pg.FenceAt(m.BodyAt.Start.Offset)
	if b == nil {
		return page.Span{Start: m.BodyAt.Start.Offset, End: m.BodyAt.End.Offset}
	}
	from := sort.Search(len(b.Fence.Content), func(i int) bool {
		return b.Fence.SourceOffset(i) >= m.BodyAt.Start.Offset
	})
	return b.Fence.SourceSpan(from+start, min(from+end, len(b.Fence.Content)))
}
