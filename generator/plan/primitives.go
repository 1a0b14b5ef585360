package plan

import (
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// rawJSON is the Go type of what the pages do not type.
var rawJSON = gocode.Type{Name: "json.RawMessage"}

// primitives maps the pages' primitive types to Go. What can be told from its
// absence by its zero value stands for itself; numbers, booleans and times are
// pointers. Dates, times of day and durations are types of the support code
// that keep what the service sent.
var primitives = map[string]gocode.Type{
	"Edm.String":         {Name: "string"},
	"Edm.Guid":           {Name: "string"},
	"Edm.Boolean":        {Name: "bool", Ptr: true},
	"Edm.Byte":           {Name: "uint8", Ptr: true},
	"Edm.SByte":          {Name: "int8", Ptr: true},
	"Edm.Int16":          {Name: "int16", Ptr: true},
	"Edm.Int32":          {Name: "int32", Ptr: true},
	"Edm.Int64":          {Name: "int64", Ptr: true},
	"Edm.Single":         {Name: "float64", Ptr: true}, // pages show more digits than a float32 holds
	"Edm.Double":         {Name: "float64", Ptr: true},
	"Edm.Decimal":        {Name: "json.Number"},
	"Edm.DateTimeOffset": {Name: "time.Time", Ptr: true},
	"Edm.Date":           {Name: "Date", Local: true},
	"Edm.TimeOfDay":      {Name: "TimeOfDay", Local: true},
	"Edm.Duration":       {Name: "Duration", Local: true},
	"Edm.Binary":         {Name: "[]byte"},
	"Edm.Stream":         rawJSON,
}

func isPrimitive(name string) bool { _, ok := primitives[name]; return ok }

// fieldType returns the Go type of a field. A documented type that no page
// describes is raw JSON: nothing is lost.
func (t *types) fieldType(ref ir.TypeRef) gocode.Type {
	g, ok := primitives[ref.Name]
	if !ok {
		g = rawJSON
		if typ := t.planned[ref.Name]; typ != nil {
			g = gocode.Type{Name: typ.Name, Local: true, Ptr: typ.Kind == Struct}
		}
	}
	if ref.Collection {
		g.Ptr, g.Slice = false, true
	}
	return g
}

// elementType returns the Go type of a value in a list: a pointer to a struct,
// a primitive itself.
func (t *types) elementType(ref ir.TypeRef) gocode.Type {
	g := t.fieldType(ir.TypeRef{Name: ref.Name})
	typ := t.planned[ref.Name]
	g.Ptr = typ != nil && typ.Kind == Struct
	return g
}

// valueType returns the Go type of a single value of a type, without pointer.
func (t *types) valueType(ref ir.TypeRef) gocode.Type {
	g := t.fieldType(ir.TypeRef{Name: ref.Name})
	g.Ptr = false
	return g
}
