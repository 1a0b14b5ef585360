package lint

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// IsReference reports whether the page documents a call or a type. Overviews
// are filed among the pages of types.
func (p *Subject) IsReference() bool {
	r := p.Resource
	if r == nil {
		return p.Operation != nil
	}
	return DocumentsType(r) || IsTypeTitle(r.Title)
}

// DocumentsType reports whether a page says anything of the type that it documents.
func DocumentsType(r *ir.Resource) bool {
	return r.JSON != nil || len(r.Properties)+len(r.Relationships)+len(r.Members)+len(r.Enums) > 0
}

// IsTypeTitle tells types from the overviews that are filed among them.
func IsTypeTitle(title string) bool { return strings.HasSuffix(strings.ToLower(title), " type") }
