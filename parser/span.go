package parser

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// spanIn returns a span of a page relative to the start of an element.
func spanIn(pg *page.Page, at diag.Range, s page.Span) ir.Span {
	if at.Path != pg.Path {
		return ir.Span{}
	}
	return ir.SpanIn(pg.Src, at, s.Start, s.End)
}
