package tests

import (
	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

// literal writes the value of an argument that a page shows as text; checkTypes
// has seen to it that the text is one.
func (w *writer) literal(a plan.Arg, text string) *jen.Statement {
	switch fn := a.Type.TestValue(); {
	case fn != "":
		return jen.Id(fn).Call(gocode.Str(text))
	case a.Type.IsLiteral():
		return jen.Id(text)
	}
	return gocode.Str(text)
}
