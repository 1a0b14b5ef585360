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

// Results returns the result list of a function that returns values of the types and
// an error.
func Results(client string, types []Type) *jen.Statement {
	if len(types) == 0 {
		return jen.Error()
	}
	var list []jen.Code
	for _, t := range types {
		list = append(list, t.Code(client))
	}
	return jen.Params(append(list, jen.Error())...)
}

// Elem returns the type without modifiers.
func (t Type) Elem() Type { return Type{Name: t.Name, Import: t.Import, Local: t.Local} }
