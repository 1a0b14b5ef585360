package plan

import (
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/validate"
)

// jsonType returns the JSON that encoding/json decodes into a Go type or, for a
// slice, into its elements.
func (c *Checker) jsonType(typ gocode.Type) *validate.Type {
	t := c.find(typ)
	if t == nil || t.Kind == Enum || !typ.Local {
		return primitiveJSON[primitiveOf(typ)]
	}
	if c.json[t] == nil {
		c.json[t] = &validate.Type{
			Name: t.Name, Kinds: validate.Object, Want: "an object", Properties: fields{c, t},
		}
	}
	return c.json[t]
}

// fields are the properties of a planned type.
type fields struct {
	checker *Checker
	of      *Type
}

// Property implements [validate.Properties].
func (f fields) Property(name string) validate.Property {
	field := findField(f.of, name)
	if field == nil {
		return validate.Property{Open: f.of.KeepsUndeclared}
	}
	return validate.Property{Name: field.JSON, Type: f.checker.jsonType(field.Type), Collection: field.Type.Slice, Map: field.Type.Map}
}

// plannedType returns the type that does not declare a member.
func plannedType(u *validate.Undeclared) *Type { return u.In.Properties.(fields).of }

// findField finds the field that encoding/json decodes a member into: the field
// of that name, or else one that differs by letter case.
func findField(t *Type, name string) *Field {
	var folded *Field
	for b := t; b != nil; b = b.Base {
		for i := range b.Fields {
			if b.Fields[i].JSON == name {
				return &b.Fields[i]
			}
			if folded == nil && strings.EqualFold(b.Fields[i].JSON, name) {
				folded = &b.Fields[i]
			}
		}
	}
	return folded
}

// resultPage is the properties of a page of a collection: {"value": […]}. A page in
// another envelope keeps the other members.
type resultPage struct {
	element  *validate.Type
	envelope Envelope
}

// Property implements [validate.Properties].
func (p resultPage) Property(name string) validate.Property {
	switch list := p.envelope.ListMember(); {
	case strings.EqualFold(name, list):
		return validate.Property{Name: list, Type: p.element, Collection: true}
	case name == p.envelope.NextLink:
		return validate.Property{Name: name}
	}
	return validate.Property{Open: p.envelope != Envelope{}}
}

// primitiveJSON describes the JSON of each row of primitives: the documented kinds
// of JSON, limited to the values that the Go type decodes.
var primitiveJSON = func() map[*primitive]*validate.Type {
	types := map[*primitive]*validate.Type{}
	for _, p := range primitives {
		types[p] = p.json()
	}
	return types
}()

func (p *primitive) json() *validate.Type {
	documented := validate.Primitive(p.names[0])
	if documented == nil {
		return &validate.Type{Name: p.names[0], Opaque: true}
	}
	typ := &validate.Type{Name: documented.Name, Kinds: documented.Kinds, Want: p.want}
	if p.format {
		typ.Format = func(json string) string {
			if p.decodes([]byte(json)) {
				return ""
			}
			return p.want
		}
	}
	return typ
}
