package plan

import (
	"fmt"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// planFields plans the fields of a struct: its properties and its relationships.
// The type of a relationship is raw JSON unless the type is planned.
func (t *types) planFields(typ *Type, r *ir.Resource) []diag.Diagnostic {
	fields := newFieldScope()
	for b := typ.Base; b != nil; b = b.Base {
		for _, name := range t.ownFields(b) {
			fields.json[name] = true
		}
	}
	if typ.Base != nil {
		fields.add(typ.Base.Name)
	}
	for _, b := range typ.Upcasts() {
		fields.add(b.UpcastName())
	}
	if t.hasTypeField(typ) {
		typ.Fields = append(typ.Fields, Field{
			Name: "ODataType", JSON: typeKey, Type: textType,
			Doc: "The type of the value if it has a derived type: \"#microsoft.graph.…\".",
		})
		fields.add("ODataType")
		fields.json[typeKey] = true
	}
	found := t.addFields(typ, fields, r.Properties)
	return append(found, t.addRelationships(typ, fields, r.Relationships)...)
}

// typeKey is the annotation that names the type of a value.
const typeKey = "@odata.type"

// addRelationships adds fields for relationships. Those of a planned type decode
// on demand.
func (t *types) addRelationships(typ *Type, fields fieldScope, props []ir.Property) []diag.Diagnostic {
	before := len(typ.Fields)
	found := t.addFields(typ, fields, t.relationshipTypes(props))
	for i := range typ.Fields[before:] {
		of := &typ.Fields[before+i].Type
		of.Related = of.Local
	}
	return found
}

// relationshipTypes returns relationships with the types that their fields can
// have. A type that is planned only as the base of others would lose the
// properties of its derived types, so that such a field is raw JSON.
func (t *types) relationshipTypes(relationships []ir.Property) []ir.Property {
	list := slices.Clone(relationships)
	for i, p := range list {
		if typ := t.planned[p.Type.Name]; typ != nil && t.polymorphic(p.Type.Name) && !typ.Polymorphic {
			list[i].Type.Name = ""
		}
	}
	return list
}

// ownFields returns the JSON names that a resource declares itself.
func (t *types) ownFields(typ *Type) []string {
	r := t.resources[typ.Wire]
	if r == nil {
		return nil
	}
	var list []string
	for _, p := range slices.Concat(r.Properties, r.Relationships) {
		list = append(list, p.Name)
	}
	if t.hasTypeField(typ) {
		list = append(list, typeKey)
	}
	return list
}

// addFields adds a field for each property whose JSON name is not taken, and
// reports properties that cannot be fields and rows with different types.
func (t *types) addFields(typ *Type, fields fieldScope, props []ir.Property) []diag.Diagnostic {
	var found []diag.Diagnostic
	from := len(typ.Fields)
	for _, p := range props {
		switch {
		case p.Name == "":
		case fields.json[p.Name]:
			found = append(found, t.secondRow(typ.Fields[from:], p)...)
		case !gocode.TagSafe(p.Name):
			found = append(found, diag.Diagnostic{
				Code: diag.PropertyRowDefect, Severity: diag.Warning, At: p.At,
				Message: fmt.Sprintf("no field is generated for the property %q: Go's JSON encoding does not support the name", p.Name),
			})
		default:
			fields.json[p.Name] = true
			name, _ := fields.declare(exported(p.Name), exported(p.Name)+"Value")
			typ.Fields = append(typ.Fields, Field{Name: name, JSON: p.Name, Doc: p.Doc, Type: t.fieldType(p.Type)})
		}
	}
	return found
}

// secondRow reports a second row for a field if it has another type. The field gets
// the type of that row if it would be raw JSON otherwise.
func (t *types) secondRow(fields []Field, p ir.Property) []diag.Diagnostic {
	i := slices.IndexFunc(fields, func(f Field) bool { return f.JSON == p.Name })
	if i < 0 {
		return nil
	}
	f, second, assumed := &fields[i], t.fieldType(p.Type), "first"
	if f.Type == second {
		return nil
	}
	if f.Type.Elem() == rawJSON {
		f.Type, assumed = second, "second"
	}
	return []diag.Diagnostic{{
		Code: diag.AssumedType, Severity: diag.Warning, At: p.At,
		Message: fmt.Sprintf("%q has two rows with different types; assumed to be that of the %s", p.Name, assumed),
	}}
}

// addBody plans the struct of an operation's body parameters. The fields of a
// PATCH body can be unset, null or set.
func (t *types) addBody(name, source, file string, props []ir.Property, patch bool) *Type {
	typ := &Type{Kind: Struct, Source: source, File: file}
	t.nameBody(typ, name, name+"Parameters")
	t.bodyRows[typ] = props
	fields := newFieldScope()
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
