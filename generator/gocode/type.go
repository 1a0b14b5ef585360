package gocode

import (
	"github.com/dave/jennifer/jen"
)

// Type is a Go type expression: a name with modifiers.
type Type struct {
	Name    string // "string", "[]byte", "Time", "Message"
	Import  string // path of the package that declares Name; "" for a predeclared or local type
	Local   bool   // Name is declared in the client package
	Ptr     bool
	Slice   bool
	Map     bool // a map from strings to values of the type
	Opt     bool // wrapped in the client package's Opt, as in PATCH bodies
	Related bool // wrapped in the client package's Related
	Page    bool // wrapped in a pointer to the client package's Page
}

// Code returns the expression for use in any package. client is the import path of
// the client package, which declares local names.
func (t Type) Code(client string) *jen.Statement {
	s := jen.Null()
	if t.Ptr {
		s.Op("*")
	}
	if t.Slice {
		s.Index()
	}
	if t.Map {
		s.Map(jen.String())
	}
	switch {
	case t.Import != "":
		s.Qual(t.Import, t.Name)
	case t.Local:
		s.Qual(client, t.Name)
	default:
		s.Id(t.Name)
	}
	if t.Page {
		return jen.Op("*").Qual(client, "Page").Types(s)
	}
	if t.Related {
		return jen.Qual(client, "Related").Types(s)
	}
	if t.Opt {
		return jen.Qual(client, "Opt").Types(s)
	}
	return s
}

// Results returns the result list of a function that returns a value of the type and
// an error, or only an error for the zero Type.
func (t Type) Results(client string) *jen.Statement {
	if t == (Type{}) {
		return jen.Error()
	}
	return jen.Params(t.Code(client), jen.Error())
}

// Elem returns the type without modifiers.
func (t Type) Elem() Type { return Type{Name: t.Name, Import: t.Import, Local: t.Local} }
