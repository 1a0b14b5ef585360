package plan

import (
	"fmt"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// memberNames are the methods and the field that a struct may get beside the
// fields of its properties.
var memberNames = []string{"MarshalJSON", "UnmarshalJSON", "AdditionalProperties"}

// fill plans the fields of a struct: its properties, and its relationships,
// whose type is raw JSON unless a property reaches it too.
func (t *types) fill(typ *Type, r *ir.Resource) []diag.Diagnostic {
	inherited := newNames()
	for b := typ.Base; b != nil; b = b.Base {
		inherited.taken[b.Name] = true
		for _, f := range t.ownFields(b) {
			inherited.taken["json "+f] = true
		}
	}
	fields := newNames(memberNames)
	if typ.Base != nil {
		fields.taken[typ.Base.Name] = true
	}
	for _, b := range typ.Upcasts() {
		fields.taken[b.UpcastName()] = true // methods
	}
	if t.namesItsType(typ) {
		typ.Fields = append(typ.Fields, Field{
			Name: "ODataType", JSON: "@odata.type", Type: textType,
			Doc: "The type of the value, where it is a derived one: \"#microsoft.graph.…\".",
		})
		fields.taken["ODataType"] = true
		fields.taken["json @odata.type"] = true
	}
	own := func(props []ir.Property) []ir.Property {
		return slices.DeleteFunc(slices.Clone(props), func(p ir.Property) bool { return inherited.taken["json "+p.Name] })
	}
	found := t.addFields(typ, fields, own(r.Properties))
	return append(found, t.addRelationships(typ, fields, own(r.Relationships))...)
}

// addRelationships is addFields for relationships, whose types are those that
// decode when they are asked for.
func (t *types) addRelationships(typ *Type, fields *names, props []ir.Property) []diag.Diagnostic {
	before := len(typ.Fields)
	found := t.addFields(typ, fields, t.typed(props))
	for i := range typ.Fields[before:] {
		of := &typ.Fields[before+i].Type
		of.Related = of.Local
	}
	return found
}

// typed returns relationships with the types that their fields can have: one
// that is planned as a base alone would lose what its derived types declare,
// so that such a field is raw JSON.
func (t *types) typed(relationships []ir.Property) []ir.Property {
	list := slices.Clone(relationships)
	for i, p := range list {
		if typ := t.planned[p.Type.Name]; typ != nil && t.polymorphic(p.Type.Name) && !typ.Polymorphic {
			list[i].Type.Name = ""
		}
	}
	return list
}

// ownFields returns the wire names that a resource declares itself.
func (t *types) ownFields(typ *Type) []string {
	r := t.resources[typ.Wire]
	if r == nil {
		return nil
	}
	var list []string
	for _, p := range slices.Concat(r.Properties, r.Relationships) {
		list = append(list, p.Name)
	}
	if t.namesItsType(typ) {
		list = append(list, "@odata.type")
	}
	return list
}

// addFields plans a field for each property, and reports those that cannot have one.
func (t *types) addFields(typ *Type, fields *names, props []ir.Property) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, p := range props {
		switch {
		case p.Name == "" || fields.taken["json "+p.Name]:
		case !gocode.TagSafe(p.Name):
			found = append(found, diag.Diagnostic{
				Code: diag.PropertyRowDefect, Severity: diag.Warning, At: p.At,
				Message: fmt.Sprintf("property %q has a name that JSON in Go cannot take; it is left out", p.Name),
			})
		default:
			fields.taken["json "+p.Name] = true
			name, _ := fields.claim(exported(p.Name), exported(p.Name)+"Value")
			typ.Fields = append(typ.Fields, Field{Name: name, JSON: p.Name, Doc: p.Doc, Type: t.fieldType(p.Type)})
		}
	}
	return found
}

// addBody plans the struct of an operation's body parameters. In a PATCH each
// can be unset, null or set.
func (t *types) addBody(name, source, file string, props []ir.Property, patch bool) *Type {
	typ := &Type{Kind: Struct, Source: source, File: file}
	typ.Name, _ = t.names.claim(name, name+"Parameters")
	fields := newNames(memberNames)
	for _, p := range props {
		t.reach(p.Type.Name, true)
	}
	t.order = append(t.order, typ)
	t.pending = append(t.pending, func() []diag.Diagnostic {
		found := t.addFields(typ, fields, props)
		for i := range typ.Fields {
			if f := &typ.Fields[i]; patch {
				f.Type.Ptr, f.Type.Opt = f.Type.Ptr && f.Type.Local, true
			}
		}
		return found
	})
	return typ
}
