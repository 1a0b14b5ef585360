package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// spelledByExamples returns an operation whose body has the spelling of the examples, if
// the page's table has names without capitals that examples write with them: the service
// takes AddressLine1, not addressline1. Other differences in letter case may be mistakes
// of the examples.
func (t *types) spelledByExamples(op *ir.Operation, examples []exampleBody) *ir.Operation {
	if op.Body == nil {
		return op
	}
	flat, shown := flatName(op.Body.Properties, examples)
	if flat == nil {
		return op
	}
	t.report(diag.AssumedName, diag.Info, flat.At, fmt.Sprintf(
		"the table has no capitals in names such as %q, which the example writes %q; assumed to be spelled as in the example", flat.Name, shown))
	body, own := *op.Body, *op
	body.Properties, own.Body = slices.Clone(body.Properties), &body
	for i := range body.Properties {
		p := &body.Properties[i]
		p.Name = spellingIn(examples, p.Name)
	}
	return &own
}

// flatName returns a property whose name has no capitals, and its spelling in examples
// with capitals that mark its inner words; nil if there is none.
func flatName(props []ir.Property, examples []exampleBody) (flat *ir.Property, shown string) {
	for i := range props {
		if shown := spellingIn(examples, props[i].Name); isMixedCase(shown) && strings.ToLower(shown) == props[i].Name {
			return &props[i], shown
		}
	}
	return nil, ""
}

// spellingIn returns the spelling of a member in examples, or that of another member
// with the same letters and another number: addressline2 like AddressLine1. It returns
// the given one if an example has it or none has another.
func spellingIn(examples []exampleBody, name string) string {
	const digits = "0123456789"
	shown, stem := name, strings.TrimRight(name, digits)
	for _, ex := range examples {
		for _, member := range ex.members {
			start := strings.TrimRight(member, digits)
			switch {
			case member == name:
				return name
			case strings.EqualFold(member, name):
				shown = member
			case shown == name && strings.EqualFold(start, stem):
				shown = start + name[len(stem):]
			}
		}
	}
	return shown
}
