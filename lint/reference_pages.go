package lint

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// isReference reports whether the page documents a call or a type. Overviews
// are filed among the pages of types.
func (p *Subject) isReference() bool {
	r := p.Resource
	if r == nil {
		return p.Operation != nil
	}
	return showsType(r) || isTypeTitle(r.Title)
}

// showsType reports whether a page says anything of the type that it documents.
func showsType(r *ir.Resource) bool {
	return r.JSON != nil || len(r.Properties)+len(r.Relationships)+len(r.Members)+len(r.Enums) > 0
}

// isTypeTitle tells types from the overviews that are filed among them.
func isTypeTitle(title string) bool { return strings.HasSuffix(strings.ToLower(title), " type") }
