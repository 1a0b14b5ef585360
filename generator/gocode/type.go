package gocode

import (
	"strings"

	"github.com/dave/jennifer/jen"
)

// Type is a Go type expression: a name and what stands before it.
type Type struct {
	Name  string // "string", "time.Time", "Message"
	Local bool   // Name is declared in the client package
	Ptr   bool
	Slice bool
	Opt   bool // wrapped in the client package's Opt, as in PATCH bodies
}

// importPaths are the packages that type names may be qualified with.
var importPaths = map[string]string{"time": "time", "json": "encoding/json"}

// Code returns the expression as it stands in any package; client is the
// import path of the client package, where local names are declared.
func (t Type) Code(client string) *jen.Statement {
	s := jen.Null()
	if t.Ptr {
		s.Op("*")
	}
	if t.Slice {
		s.Index()
	}
	switch pkg, name, qualified := strings.Cut(t.Name, "."); {
	case t.Name == "[]byte":
		s.Index().Byte()
	case qualified:
		s.Qual(importPaths[pkg], name)
	case t.Local:
		s.Qual(client, t.Name)
	default:
		s.Id(t.Name)
	}
	if t.Opt {
		return jen.Qual(client, "Opt").Types(s)
	}
	return s
}

// Elem returns the type without what stands before its name.
func (t Type) Elem() Type { return Type{Name: t.Name, Local: t.Local} }
