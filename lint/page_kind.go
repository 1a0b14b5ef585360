package lint

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// IsReference reports whether the page documents a call or a type. The folders
// of types also hold overview pages, for which it reports false.
func (p *Subject) IsReference() bool {
	if len(p.Resources) == 0 {
		return p.DocumentsCall()
	}
	r := &p.Resources[0]
	return DocumentsType(r) || IsTypeTitle(r.Title)
}

// HasRoutes reports whether the page documents a route.
func (p *Subject) HasRoutes() bool {
	return slices.ContainsFunc(p.Operations, func(op ir.Operation) bool { return len(op.Routes) > 0 })
}

// DocumentsType reports whether a page of a type has properties, members or a
// JSON representation.
func DocumentsType(r *ir.Resource) bool {
	return r.JSON != nil || len(r.Properties)+len(r.Relationships)+len(r.Members)+len(r.Enums) > 0
}

// IsTypeTitle reports whether a title is that of a type's page, and not of an
// overview page in the same folder.
func IsTypeTitle(title string) bool { return strings.HasSuffix(strings.ToLower(title), " type") }
