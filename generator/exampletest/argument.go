package exampletest

import (
	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

// literal renders the documented value of an argument. checkTypes has checked that
// text is a value of the argument's type.
func (w *writer) literal(a plan.Arg, text string) *jen.Statement {
	switch fn := a.Type.TestValue(); {
	case fn != "":
		return jen.Id(fn).Call(gocode.Str(text))
	case a.Type.IsLiteral():
		return jen.Id(text)
	}
	return gocode.Str(text)
}
