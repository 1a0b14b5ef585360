package ir

import "github.com/mdwire/mdwire/diag"

// Span is a part of the line on which an element starts, relative to the start
// of the element's At. It takes a quarter of the memory of a diag.Range. The
// zero value is an unknown position.
type Span struct {
	Start, End        int32 // in bytes
	Column, EndColumn int32 // in characters
}

// IsZero reports whether the position is unknown.
func (s Span) IsZero() bool { return s == Span{} }

// In returns the span as a range; at is the range of the element. For the zero
// Span it returns at.
func (s Span) In(at diag.Range) diag.Range {
	if s.IsZero() {
		return at
	}
	start := at.Start
	at.Start = diag.Pos{Offset: start.Offset + int(s.Start), Line: start.Line, Column: start.Column + int(s.Column)}
	at.End = diag.Pos{Offset: start.Offset + int(s.End), Line: start.Line, Column: start.Column + int(s.EndColumn)}
	return at
}
