package ir

import (
	"bytes"
	"math"
	"unicode/utf8"

	"github.com/mdwire/mdwire/diag"
)

// Span is a part of the line on which an element starts, relative to the start
// of the element's At. It takes a quarter of the memory of a diag.Range. The
// zero value is an unknown position.
type Span struct {
	Start, End        int32 // in bytes
	Column, EndColumn int32 // in characters
}

// SpanIn returns the span of src[start:end] in an element of the file src, zero if
// it is not on the element's first line.
func SpanIn(src []byte, at diag.Range, start, end int) Span {
	from := at.Start.Offset
	if start < from || end < start || end > len(src) || bytes.IndexByte(src[from:end], '\n') >= 0 {
		return Span{}
	}
	column := utf8.RuneCount(src[from:start])
	return Span{
		Start: int32(start - from), End: int32(end - from),
		Column: int32(column), EndColumn: int32(column + utf8.RuneCount(src[start:end])),
	}
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

// Part returns the span of text[start:end], where s is the span of text. It is zero
// if s is, or if the page does not have the text as it is.
func (s Span) Part(text string, start, end int) Span {
	if s.IsZero() || start < 0 || int(s.End-s.Start) != len(text) {
		return Span{}
	}
	s.Column += int32(utf8.RuneCountInString(text[:start]))
	s.EndColumn = s.Column + int32(utf8.RuneCountInString(text[start:end]))
	s.Start, s.End = s.Start+int32(start), s.Start+int32(end)
	return s
}

// Place is the start of a text in the line on which an element starts, relative
// to the start of the element's At. It takes a quarter of the memory of a Span.
// The zero value is an unknown place.
type Place struct {
	Offset uint16 // in bytes
	Column uint16 // in characters, from 1
}

// PlaceIn returns the place of src[start:] in an element of the file src, zero if
// it is not on the element's first line or too far from its start.
func PlaceIn(src []byte, at diag.Range, start int) Place {
	s := SpanIn(src, at, start, start)
	if s.Start >= math.MaxUint16 || s.Start == 0 && start != at.Start.Offset {
		return Place{}
	}
	return Place{Offset: uint16(s.Start), Column: uint16(s.Column) + 1}
}

// In returns the range of a text that starts at the place; at is the range of the
// element, which is the result for the zero Place; ok is false then.
func (p Place) In(at diag.Range, text string) (r diag.Range, ok bool) {
	if p.Column == 0 {
		return at, false
	}
	s := Span{Start: int32(p.Offset), Column: int32(p.Column) - 1}
	s.End, s.EndColumn = s.Start+int32(len(text)), s.Column+int32(utf8.RuneCountInString(text))
	return s.In(at), true
}

// EachPart calls f for the parts of the route's path in order, with the index of
// their segment. The range is At for a path whose position is not known.
func (r *Route) EachPart(f func(segment int, part Part, at diag.Range)) {
	known := int(r.PathAt.End-r.PathAt.Start) == len(r.Path.String())
	s := r.PathAt
	s.End, s.EndColumn = s.Start+int32(len(r.Path.Prefix)), s.Column+int32(len(r.Path.Prefix))
	for i, segment := range r.Path.Segments {
		for _, part := range segment.Parts {
			text := part.String()
			s = Span{Start: s.End, Column: s.EndColumn, End: s.End + int32(len(text)), EndColumn: s.EndColumn + int32(utf8.RuneCountInString(text))}
			at := r.At
			if known {
				at = s.In(r.At)
			}
			f(i, part, at)
		}
		s.End, s.EndColumn = s.End+1, s.EndColumn+1 // the slash
	}
}
