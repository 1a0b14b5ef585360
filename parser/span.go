package parser

import (
	"bytes"
	"unicode/utf8"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// spanIn returns a span relative to the start of an element, zero if it is not
// on the element's first line.
func spanIn(pg *page.Page, at diag.Range, s page.Span) ir.Span {
	from := at.Start.Offset
	if at.Path != pg.Path || s.Start < from || s.End < s.Start || s.End > len(pg.Src) || bytes.IndexByte(pg.Src[from:s.End], '\n') >= 0 {
		return ir.Span{}
	}
	column := utf8.RuneCount(pg.Src[from:s.Start])
	return ir.Span{
		Start: int32(s.Start - from), End: int32(s.End - from),
		Column: int32(column), EndColumn: int32(column + utf8.RuneCount(pg.Src[s.Start:s.End])),
	}
}
