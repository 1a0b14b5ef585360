package client

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

func (w *writer) service(s *plan.Service) {
	f := w.file(s.File)
	name := s.Name + "Service"
	// A service is the client under another name: it costs nothing to make, and
	// methods of pointers have no second copy for values.
	f.Add(gocode.Doc(fmt.Sprintf("%s makes the documented calls of %s: see [Client.%s].", name, s.Name, s.Name)).
		Type().Id(name).Id("Client"), name)
	f.Add(gocode.Doc(fmt.Sprintf("%s returns the calls of %s.", s.Name, s.Name)).
		Func().Params(jen.Id("c").Op("*").Id("Client")).Id(s.Name).Params().Op("*").Id(name).
		Add(gocode.OneLine(jen.Return(jen.Parens(jen.Op("*").Id(name)).Call(jen.Id("c"))))), "Client."+s.Name)
	for _, m := range s.Methods {
		w.descriptor(f, m)
		if !m.OneRoute() {
			w.routeType(f, m)
		}
		w.method(f, name, m)
	}
}

// descriptor writes the variable that describes an operation. It is pure data:
// the linker drops it with the method that is not called.
func (w *writer) descriptor(f *gocode.File, m *plan.Method) {
	name := "Op" + m.Key
	fields := []jen.Code{
		jen.Id("Name").Op(":").Add(gocode.Str(m.Op.Name)),
		jen.Id("Routes").Op(":").Index().Id("RouteInfo").Values(lines(routeInfos(m))...),
	}
	if p := permissions(m.Op); p != nil {
		fields = append(fields, jen.Id("Permissions").Op(":").Op("&").Id("Permissions").Values(lines(p)...))
	}
	fields = append(fields,
		jen.Id("Success").Op(":").Lit(m.Result.Status),
		jen.Id("Source").Op(":").Add(gocode.Str(m.Op.File)))
	f.Add(gocode.Doc(fmt.Sprintf("%s describes [%sService.%s].", name, m.Service.Name, m.Name)).
		Var().Id(name).Op("=").Id("OperationInfo").Values(lines(fields)...), name)
}

func routeInfos(m *plan.Method) []jen.Code {
	var infos []jen.Code
	for _, r := range m.Routes {
		infos = append(infos, jen.Values(gocode.Str(r.Method), gocode.Str(r.Template)))
	}
	return infos
}

// lines puts each element of a composite literal on a line of its own.
func lines(elements []jen.Code) []jen.Code {
	var list []jen.Code
	for _, e := range elements {
		list = append(list, jen.Line().Add(e))
	}
	return append(list, jen.Line())
}

// routeType writes the type whose values are the documented routes of an
// operation, a constructor for each, and how they become a path.
func (w *writer) routeType(f *gocode.File, m *plan.Method) {
	name := m.RouteType()
	fields := []jen.Code{jen.Id("index").Int()}
	for _, a := range m.Fields {
		fields = append(fields, jen.Id(a.Name).String())
	}
	f.Add(gocode.Doc(fmt.Sprintf("%s is one of the routes that are documented for [%sService.%s], with its arguments. "+
		"The functions that return it make the routes; the zero value is none.", name, m.Service.Name, m.Name)).
		Type().Id(name).Struct(fields...), name)
	for i, r := range m.Routes {
		values := []jen.Code{jen.Id("index").Op(":").Lit(i + 1)}
		for _, a := range r.Args {
			values = append(values, jen.Id(kept(m, a)).Op(":").Id(a.Name))
		}
		f.Add(gocode.Doc(fmt.Sprintf("%s is %s %s.", r.Constructor, r.Method, r.Template)).
			Func().Id(r.Constructor).Params(params(r.Args)...).Id(name).
			Add(gocode.OneLine(jen.Return(jen.Id(name).Values(values...)))), r.Constructor)
	}
	accessors(f, m)
	w.routePath(f, m)
}

// kept names the field of the route type that keeps an argument: two routes may
// number their arguments differently.
func kept(m *plan.Method, a plan.Arg) string {
	for _, f := range m.Fields {
		if f.Field == a.Field {
			return f.Name
		}
	}
	return a.Name
}

// accessors writes the methods that give a route's arguments.
func accessors(f *gocode.File, m *plan.Method) {
	if len(m.Fields) == 0 {
		return
	}
	name := m.RouteType()
	code := gocode.Doc("These are the route's arguments; empty where it has none of that name.")
	var names []string
	for i, a := range m.Fields {
		if i > 0 {
			code.Line()
		}
		code.Func().Params(jen.Id("r").Id(name)).Id(a.Field).Params().String().
			Add(gocode.OneLine(jen.Return(jen.Id("r").Dot(a.Name))))
		names = append(names, name+"."+a.Field)
	}
	f.Add(code, names...)
}

func (w *writer) routePath(f *gocode.File, m *plan.Method) {
	var cases []jen.Code
	for i, r := range m.Routes {
		cases = append(cases, jen.Case(jen.Lit(i+1)).Block(jen.Return(gocode.Str(r.Method),
			pathExpr(r, func(a plan.Arg) *jen.Statement { return jen.Id("r").Dot(kept(m, a)) }))))
	}
	name := m.RouteType()
	f.Add(jen.Func().Params(jen.Id("r").Id(name)).Id("path").Params().Params(jen.Id("method"), jen.Id("path").String()).
		Block(jen.Switch(jen.Id("r").Dot("index")).Block(cases...), jen.Return(jen.Lit(""), jen.Lit(""))), name+".path")
}

// params writes arguments as string parameters.
func params(args []plan.Arg) []jen.Code {
	if len(args) == 0 {
		return nil
	}
	var names []jen.Code
	for _, a := range args {
		names = append(names, jen.Id(a.Name))
	}
	last := len(names) - 1
	names[last] = jen.Id(args[last].Name).String()
	return names
}

// escapes names the support function that writes an argument into a path.
var escapes = map[plan.ArgKind]string{
	plan.Segment: "segment",
	plan.Quoted:  "quoted",
	plan.Subpath: "subpath",
	plan.Bare:    "segment",
}

// pathExpr writes the path of a route as the sum of its literals and arguments.
func pathExpr(r plan.Route, value func(plan.Arg) *jen.Statement) *jen.Statement {
	expr := jen.Null()
	for i, p := range r.Pieces {
		if i > 0 {
			expr.Op("+")
		}
		if p.Arg < 0 {
			expr.Add(gocode.Str(p.Literal))
			continue
		}
		a := r.Args[p.Arg]
		expr.Id(escapes[a.Kind]).Call(value(a))
	}
	return expr
}
