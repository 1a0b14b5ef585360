package lint

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// Placeholder is a parameter of a path template.
type Placeholder struct {
	Part   ir.Part
	At     diag.Range
	Before ir.Segment // the segment before the placeholder's
}

// Placeholders returns the parameters of a route in order.
func Placeholders(r *ir.Route) []Placeholder {
	var found []Placeholder
	r.EachPart(func(i int, part ir.Part, at diag.Range) {
		if !part.IsParam() {
			return
		}
		ph := Placeholder{Part: part, At: at}
		if i > 0 {
			ph.Before = r.Path.Segments[i-1]
		}
		found = append(found, ph)
	})
	return found
}
