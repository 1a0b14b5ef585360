package validate

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// Response compares the JSON of a response with the type that the operation
// documents for it, which may be wrapped as in {"value": …}. A response without
// a documented type has no mismatches.
func (t *Types) Response(op *ir.Operation, r *ir.Reply, text JSON, opts Options) Result {
	ref := responseType(op, r)
	if ref.Name == "" || text.Root.Kind != Object {
		return Result{}
	}
	typ := t.Type(op.Version, ref.Name)
	if value := text.Root.Member("value"); value != nil && isWrapper(typ, ref.Collection, value) {
		typ = &Type{Name: "the response", Properties: wrapper{typ, value.Kind == Array}}
	}
	return Check(text, typ, false, opts)
}

// responseType returns the type of a response: the one that the example names,
// else the one that the page documents for its status.
func responseType(op *ir.Operation, r *ir.Reply) ir.TypeRef {
	if r.Type.Name != "" {
		return r.Type
	}
	for _, documented := range op.Responses {
		if documented.Status == r.Status || r.Status == 0 { // the page shows only a body
			return documented.Type
		}
	}
	return ir.TypeRef{}
}

// isWrapper reports whether an object with a member "value" is the wrapper of a
// type's value, and not an object of the type itself. Some APIs wrap a single
// object, too.
func isWrapper(typ *Type, collection bool, value *Value) bool {
	d, isObject := typ.Properties.(*Documented)
	if !isObject {
		return typ.Kinds != 0
	}
	return d.rows["value"] == nil || collection || value.Kind == Object && value.Member("@odata.type") != nil
}

// wrapper is the object {"value": …} around a type's value or values.
type wrapper struct {
	typ        *Type
	collection bool
}

// Property implements [Properties].
func (w wrapper) Property(name string) Property {
	if name == "value" {
		return Property{Name: name, Type: w.typ, Collection: w.collection}
	}
	return Property{Open: true}
}

// Request compares the JSON of a request's body with the operation's page: the
// rows of its own table, and the types that it names, answers with or links to.
// If the page has neither, there are no mismatches.
func (t *Types) Request(op *ir.Operation, text JSON, opts Options) Result {
	opts.Sent = true
	if op.Body == nil || text.Root.Kind != Object {
		return Result{}
	}
	typ := op.Body.Type.Name
	if m := text.Root.Member("@odata.type"); m != nil && m.Kind == String {
		typ = strings.TrimPrefix(text.String(m), "#")
	}
	b := &requestBody{all: t, version: op.Version, rows: op.Body.Properties, open: len(op.Body.Properties) == 0}
	for i, name := range append([]string{typ, made(op)}, op.Links...) {
		if d := t.Documented(op.Version, name); d != nil {
			b.types = append(b.types, d)
			b.open = b.open && i > 0
		}
	}
	return Check(text, &Type{Name: "the request body", Properties: b}, false, opts)
}

// made returns the type that an operation answers with, for pages that do not
// document the body: a client sends an object of the type that is created.
func made(op *ir.Operation) string {
	if op.Body.Type.Name != "" || len(op.Body.Properties) > 0 || len(op.Responses) == 0 {
		return ""
	}
	for _, ex := range op.Examples {
		if ex.Response != nil && !ex.Response.Type.Collection && ex.Response.Type.Name != "" {
			return ex.Response.Type.Name
		}
	}
	return op.Responses[0].Type.Name
}

// requestBody is the properties of a request body.
type requestBody struct {
	all     *Types
	version string
	rows    []ir.Property // of the page's own table
	types   []*Documented
	open    bool // nothing is documented that could be incomplete
}

// Property implements [Properties].
func (b *requestBody) Property(name string) Property {
	var folded Property
	for i := range b.rows {
		row := &b.rows[i]
		if row.Name == name {
			return b.all.property(b.version, row)
		}
		if strings.EqualFold(row.Name, name) {
			folded = b.all.property(b.version, row)
		}
	}
	if IsAnnotation(name) {
		return Property{}
	}
	for _, typ := range b.types {
		p := typ.Property(name)
		if p.Name == name && name != "" || p.Open && folded.Name == "" {
			return p
		}
		if folded.Name == "" {
			folded = p
		}
	}
	if folded.Name == "" {
		folded.Open = b.open
	}
	return folded
}
