package plan

import (
	"encoding/json"
	"time"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// primitive is a Go type for documented primitive types, with all facts about it
// that the planner and the writers need.
type primitive struct {
	names  []string    // documented names: "Edm.Int32"
	goType gocode.Type // of a field
	arg    ArgType     // of an argument
	// decodes reports whether encoding/json decodes a JSON text into the Go type.
	decodes func(data []byte) bool
	want    string // what decodes requires, for messages
	// format is set if decodes requires more than a kind of JSON value.
	format bool
	sample string // JSON of a sample value; "" if example values are never replaced
	// uncomparable is set if Go's == does not accept the type.
	uncomparable bool
}

// primitives has a row for each Go type. A field is a pointer if the zero value
// of its type does not show that the property is absent: numbers, booleans and
// times. Dates, times of day and durations are string types of the support code,
// which keep the text that the service sent.
var primitives = []*primitive{
	{names: []string{"Edm.String", "Edm.Guid"}, goType: gocode.Type{Name: "string"}, decodes: decodes[string], want: "a string", sample: `"stand-in"`},
	{names: []string{"Edm.Boolean"}, goType: gocode.Type{Name: "bool", Ptr: true}, arg: BoolArg, decodes: decodes[bool], want: "a boolean", sample: "true"},
	{names: []string{"Edm.Byte"}, goType: gocode.Type{Name: "uint8", Ptr: true}, decodes: decodes[uint8], want: "an unsigned 8-bit integer", format: true, sample: "1"},
	{names: []string{"Edm.SByte"}, goType: gocode.Type{Name: "int8", Ptr: true}, decodes: decodes[int8], want: "an 8-bit integer", format: true, sample: "1"},
	{names: []string{"Edm.Int16"}, goType: gocode.Type{Name: "int16", Ptr: true}, arg: IntArg, decodes: decodes[int16], want: "a 16-bit integer", format: true, sample: "1"},
	{names: []string{"Edm.Int32"}, goType: gocode.Type{Name: "int32", Ptr: true}, arg: IntArg, decodes: decodes[int32], want: "a 32-bit integer", format: true, sample: "1"},
	{names: []string{"Edm.Int64"}, goType: gocode.Type{Name: "int64", Ptr: true}, arg: IntArg, decodes: decodes[int64], want: "a 64-bit integer", format: true, sample: "1"},
	// Pages show more digits of an Edm.Single than a float32 holds.
	{names: []string{"Edm.Double", "Edm.Single"}, goType: gocode.Type{Name: "float64", Ptr: true}, decodes: decodes[float64], want: "a number", format: true, sample: "1"},
	{names: []string{"Edm.Decimal"}, goType: gocode.Type{Name: "Number", Import: "encoding/json"}, decodes: decodesNumber, want: "a number", format: true, sample: "1"},
	{names: []string{"Edm.DateTimeOffset"}, goType: gocode.Type{Name: "Time", Import: "time", Ptr: true}, arg: TimeArg, decodes: decodes[time.Time], want: "a date and time with its zone", format: true, sample: `"2021-03-01T08:00:00Z"`},
	{names: []string{"Edm.Date"}, goType: gocode.Type{Name: "Date", Local: true}, arg: DateArg, decodes: decodes[string], want: "a string"},
	{names: []string{"Edm.TimeOfDay"}, goType: gocode.Type{Name: "TimeOfDay", Local: true}, decodes: decodes[string], want: "a string"},
	{names: []string{"Edm.Duration"}, goType: gocode.Type{Name: "Duration", Local: true}, decodes: decodes[string], want: "a string"},
	{names: []string{"Edm.Binary"}, goType: gocode.Type{Name: "[]byte"}, decodes: decodes[[]byte], want: "base64", format: true, sample: `"c3RhbmQtaW4="`, uncomparable: true},
	{names: []string{"Edm.Stream"}, goType: gocode.Type{Name: "RawMessage", Import: "encoding/json"}, decodes: decodes[json.RawMessage], want: "JSON", uncomparable: true},
}

// primitivesByName finds a row by a documented name.
var primitivesByName = func() map[string]*primitive {
	rows := map[string]*primitive{}
	for _, p := range primitives {
		for _, name := range p.names {
			rows[name] = p
		}
	}
	return rows
}()

// primitivesByGo finds a row by its Go type without a pointer.
var primitivesByGo = func() map[gocode.Type]*primitive {
	rows := map[gocode.Type]*primitive{}
	for _, p := range primitives {
		rows[p.goType.Elem()] = p
	}
	return rows
}()

// The Go types, without a pointer, of arguments and of values that no page gives
// a type.
var (
	textType   = primitivesByName["Edm.String"].goType.Elem()
	boolType   = primitivesByName["Edm.Boolean"].goType.Elem()
	numberType = primitivesByName["Edm.Decimal"].goType.Elem()
	timeType   = primitivesByName["Edm.DateTimeOffset"].goType.Elem()
	dateType   = primitivesByName["Edm.Date"].goType.Elem()
	countType  = primitivesByName["Edm.Int64"].goType.Elem()
	rawJSON    = primitivesByName["Edm.Stream"].goType.Elem()
)

// primitiveOf returns the row of a field's Go type. Types that the planner
// declares have none of their own: the JSON of an enum is that of a string.
func primitiveOf(typ gocode.Type) *primitive {
	if p := primitivesByGo[typ.Elem()]; p != nil {
		return p
	}
	return primitivesByGo[textType]
}

func isPrimitive(name string) bool { return primitivesByName[name] != nil }

func decodes[T any](data []byte) bool { return json.Unmarshal(data, new(T)) == nil }

// decodesNumber refuses a number in quotes: json.Number accepts it and encodes
// it without them.
func decodesNumber(data []byte) bool { return data[0] != '"' && decodes[json.Number](data) }

// fieldType returns the Go type of a field. A type that no page documents is raw
// JSON, so that no content is lost.
func (t *types) fieldType(ref ir.TypeRef) gocode.Type {
	g := rawJSON
	if p := primitivesByName[ref.Name]; p != nil {
		g = p.goType
	} else if typ := t.planned[ref.Name]; typ != nil {
		g = gocode.Type{Name: typ.Name, Local: true, Ptr: typ.Kind == Struct}
	}
	if ref.Collection || ref.Map {
		g.Ptr, g.Slice, g.Map = false, ref.Collection, ref.Map
	}
	return g
}

// elementType returns the Go type of an element of a list: a pointer for a
// struct, otherwise a value.
func (t *types) elementType(ref ir.TypeRef) gocode.Type {
	g := t.fieldType(ir.TypeRef{Name: ref.Name})
	typ := t.planned[ref.Name]
	g.Ptr = typ != nil && typ.Kind == Struct
	return g
}

// valueType returns the Go type of a single value of a type, without pointer.
func (t *types) valueType(ref ir.TypeRef) gocode.Type {
	return t.fieldType(ir.TypeRef{Name: ref.Name}).Elem()
}
