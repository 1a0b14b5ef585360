package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// Placeholder is a parameter of a route with its place.
type Placeholder struct {
	Part   ir.Part
	At     diag.Range
	Before ir.Segment // the segment before the one it stands in
}

// Placeholders returns the parameters of a route in order. Its parts stand in
// the route's line in their order, so each is found behind the one before it.
func (p *Pass) Placeholders(r *ir.Route) []Placeholder {
	s, here := p.SpanOf(r.At)
	raw, from := "", 0
	if here {
		raw = p.Raw(s)
	}
	var found []Placeholder
	var before ir.Segment
	for _, seg := range r.Path.Segments {
		for _, part := range seg.Parts {
			at, text := r.At, part.String()
			i := strings.Index(raw[from:], text)
			from += max(0, i+len(text))
			if !part.IsParam() {
				continue
			}
			if here && i >= 0 {
				at = p.Range(page.Span{Start: s.Start + from - len(text), End: s.Start + from})
			}
			found = append(found, Placeholder{part, at, before})
		}
		before = seg
	}
	return found
}
