package client

import (
	"fmt"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

func (w *writer) service(s *plan.Service) {
	f := w.file(s.File)
	name := s.TypeName()
	// A service has the underlying type of the client, so that converting a
	// *Client costs nothing.
	f.Add(gocode.Doc(fmt.Sprintf("%s has a method for each documented call of %s; see [Client.%s].", name, s.Name, s.Name)).
		Type().Id(name).Id("Client"), name)
	f.Add(gocode.Doc(fmt.Sprintf("%s returns the service for %s.", s.Name, s.Name)).
		Func().Params(jen.Id("c").Op("*").Id("Client")).Id(s.Name).Params().Op("*").Id(name).
		Add(gocode.OneLine(jen.Return(jen.Parens(jen.Op("*").Id(name)).Call(jen.Id("c"))))), "Client."+s.Name)
	for _, m := range s.Methods {
		w.descriptor(f, m)
		if m.HasPlace() {
			w.placeType(f, m)
		}
		w.method(f, name, m)
	}
}

// descriptor renders the variable that describes an operation. It is constant
// data, so that the linker drops it together with an unused method. Because the
// declaration states the type, godoc lists the variable under that type and not at
// the top of the package.
func (w *writer) descriptor(f *gocode.File, m *plan.Method) {
	name := m.Descriptor()
	head := jen.Line().Id("Name").Op(":").Add(gocode.Str(m.Op.Name)).
		Op(",").Id("Success").Op(":").Lit(m.Result.Status).
		Op(",").Id("Source").Op(":").Add(gocode.Str(m.Op.File))
	routes := routeInfos(m)
	if len(routes) > 1 {
		routes = lines(routes)
	}
	fields := []jen.Code{head, jen.Line().Id("Routes").Op(":").Index().Id("RouteInfo").Values(routes...)}
	if e := envelope(m.Result.Envelope); e != nil {
		fields = append(fields, jen.Line().Id("Envelope").Op(":").Op("&").Id("Envelope").Values(e...))
	}
	if p := permissions(m); p != nil {
		fields = append(fields, jen.Line().Id("Permissions").Op(":").Op("&").Id("Permissions").Values(lines(p)...))
	}
	f.Add(gocode.Doc(fmt.Sprintf("%s describes [%s.%s].", name, m.Service.TypeName(), m.Name)).
		Var().Id(name).Id("OperationInfo").Op("=").Id("OperationInfo").Values(append(fields, jen.Line())...), name)
}

// envelope renders the fields of an Envelope, nil for that of OData.
func envelope(e plan.Envelope) (fields []jen.Code) {
	if e.List != "" {
		fields = append(fields, jen.Id("List").Op(":").Add(gocode.Str(e.List)))
	}
	if e.NextLink != "" {
		fields = append(fields, jen.Id("NextLink").Op(":").Add(gocode.Str(e.NextLink)))
	}
	return fields
}

func routeInfos(m *plan.Method) []jen.Code {
	var infos []jen.Code
	for _, r := range m.Routes {
		infos = append(infos, jen.Values(gocode.Str(r.Method), gocode.Str(r.Template)))
	}
	return infos
}

// lines puts each element of a composite literal on its own line.
func lines(elements []jen.Code) []jen.Code {
	var list []jen.Code
	for _, e := range elements {
		list = append(list, jen.Line().Add(e))
	}
	return append(list, jen.Line())
}

// params renders arguments as parameters. Consecutive parameters of the same type
// share it.
func (w *writer) params(args []plan.Arg) []jen.Code {
	args = slices.DeleteFunc(slices.Clone(args), func(a plan.Arg) bool { return a.Repeats })
	var list []jen.Code
	for i, a := range args {
		param := jen.Id(a.Name)
		if i == len(args)-1 || args[i+1].Type != a.Type {
			param.Add(w.code(a.Type.Go()))
		}
		list = append(list, param)
	}
	return list
}

// text renders an argument as the text to send.
func text(a plan.Arg) *jen.Statement {
	if fn := a.Type.Formatter(); fn != "" {
		return jen.Id(fn).Call(jen.Id(a.Name))
	}
	return jen.Id(a.Name)
}
