package lint

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/validate"
)

// Body is the JSON body of an example.
type Body struct {
	validate.JSON

	msg    *ir.Message
	offset func(int) int // from the JSON to msg.Body; nil until a place is asked for

	last       diag.Pos // the last result of step; findings are mostly in order
	lastOffset int      // its argument
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
func (b *Body) Place(start, end int) diag.Range {
	start, end = b.inBody(start), min(b.inBody(end), len(b.msg.Body))
	if _, ok := b.msg.Break(0); !ok {
		return b.msg.BodyAt
	}
	at := diag.Range{Path: b.msg.BodyAt.Path, Start: b.step(start)}
	at.End = at.Start
	if end > start {
		at.End = b.step(end)
	}
	return at
}

// step returns the place of an offset in the body. It counts from its previous
// result if possible: to count from the start each time is slow in a long body
// with many findings.
func (b *Body) step(n int) diag.Pos {
	start := b.msg.BodyAt.Start
	if n < b.lastOffset {
		b.lastOffset, b.last = 0, start
	}
	pos := b.last
	pos.Offset += n - b.lastOffset
	for _, c := range string(b.msg.Body[b.lastOffset:n]) {
		pos.Column++
		if c == '\n' {
			br, _ := b.msg.Break(pos.Line - start.Line)
			pos.Line, pos.Column = pos.Line+1, 1+int(br.Indent)
			pos.Offset += int(br.Indent)
			if br.CRLF {
				pos.Offset++
			}
		}
	}
	b.lastOffset, b.last = n, pos
	return pos
}
