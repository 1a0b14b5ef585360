package client

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

// places renders the types of the places and the functions that return them. A place
// is the list of its arguments; each operation has its templates, because pages spell the same
// place in different ways. The receivers are pointers because the compiler wraps methods
// of values.
func (w *writer) places() {
	if len(w.pkg.Places) == 0 {
		return
	}
	f := gocode.NewFile("places_gen.go", w.pkg.ImportPath, w.pkg.Name)
	for _, p := range w.pkg.Places {
		f.Add(gocode.Doc(fmt.Sprintf("%s is the place %s.", p.Name, p.Path)).
			Func().Id(p.Name).Params(w.params(p.Args)...).Op("*").Id(p.TypeName()).
			Add(gocode.OneLine(jen.Return(jen.Op("&").Id(p.TypeName()).Values(texts(p.Args)...)))), p.Name)
		f.Add(jen.Type().Id(p.TypeName()).Index().String(), p.TypeName())
		for _, x := range p.Indexes {
			f.Add(jen.Func().Params(jen.Id("p").Op("*").Id(p.TypeName())).Id(x.Method).Params().Id("position").
				Add(gocode.OneLine(jen.Return(jen.Id("position").Values(jen.Lit(x.Index), jen.Op("*").Id("p"))))), p.TypeName()+"."+x.Method)
		}
	}
	w.files = append(w.files, f)
}

// placeType renders the interface of the places of a method.
func (w *writer) placeType(f *gocode.File, m *plan.Method) {
	name := m.PlaceType()
	f.Add(gocode.Doc(fmt.Sprintf("%s is a place that [%s.%s] is documented for.", name, m.Service.TypeName(), m.Name)).
		Type().Id(name).Id("interface").Add(gocode.OneLine(jen.Id(m.PlaceMethod).Params().Id("position"))), name)
}

// texts renders arguments as the texts to send.
func texts(args []plan.Arg) []jen.Code {
	var list []jen.Code
	for _, a := range args {
		list = append(list, text(a))
	}
	return list
}
