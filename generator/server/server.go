// Package server renders the server package from a plan: a handler interface per
// resource, input types, default handlers that answer 501, and the route table for
// the router in the support code.
package server

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

// packageName is the name of the rendered package.
const packageName = "server"

type writer struct {
	pkg   *plan.Package
	path  string // import path of the server package
	files []*gocode.File
}

// Common renders the code that combines the handlers of all resources.
func Common(pkg *plan.Package) []*gocode.File {
	w := newWriter(pkg)
	w.combine()
	return w.files
}

// Group renders the handlers of a group.
func Group(pkg *plan.Package, g *plan.Group) []*gocode.File {
	w := newWriter(pkg)
	for _, s := range g.Services {
		w.service(s)
	}
	return w.files
}

func newWriter(pkg *plan.Package) *writer {
	return &writer{pkg: pkg, path: pkg.ServerPath()}
}

func (w *writer) file(name string) *gocode.File {
	f := gocode.NewFile(name, w.path, packageName)
	f.Import(w.pkg.ImportPath, w.pkg.Alias())
	w.files = append(w.files, f)
	return f
}

// combine renders the code that all resources share. Unlike the name of its file,
// a resource's file name has no underscore before the ending.
func (w *writer) combine() {
	f := w.file("all_handlers_gen.go")
	f.PackageDoc(
		"Package server routes the documented requests of an API to a [Handler] and sends",
		"its results as the documented responses: see [New]. Embed [Unimplemented] in a",
		"Handler that serves only some of the calls. [WithAuthorizer] enforces the",
		"documented permissions.",
	)
	var embedded []jen.Code
	for _, s := range w.pkg.Services {
		embedded = append(embedded, jen.Id(s.HandlerType()))
	}
	f.Add(gocode.Doc("Handler serves all documented calls. A result is sent with the documented status, an [*"+
		w.pkg.Alias()+".Error] with its own status, and any other error with status 500.").Type().Id("Handler").Interface(embedded...), "Handler")
	f.Add(gocode.Doc("Unimplemented answers every call with status 501. Embed it in a Handler that serves only some of the calls: "+
		"the Handler then still compiles when calls are added.").Type().Id("Unimplemented").Struct(), "Unimplemented")
	f.Add(gocode.Doc("New returns an HTTP handler that routes requests to h.").
		Func().Id("New").Params(jen.Id("h").Id("Handler"), jen.Id("opts").Op("...").Id("Option")).Qual("net/http", "Handler").
		Block(jen.Return(jen.Id("newRouter").Call(jen.Id("operations").Call(jen.Id("h")), jen.Id("opts")))), "New")
	f.Add(jen.Func().Id("operations").Params(jen.Id("h").Id("Handler")).Index().Id("operation").Block(
		jen.Return(jen.Qual("slices", "Concat").Call(w.tables()...))), "operations")
}

func (w *writer) tables() []jen.Code {
	var calls []jen.Code
	for _, s := range w.pkg.Services {
		calls = append(calls, jen.Line().Id(tableName(s)).Call(jen.Id("h")))
	}
	return append(calls, jen.Line())
}

func tableName(s *plan.Service) string { return "operationsOf" + s.Name }

func (w *writer) service(s *plan.Service) {
	f := w.file(gocode.FileName(s.File, "_gen.go"))
	name := s.HandlerType()
	var methods, table []jen.Code
	for _, m := range s.Methods {
		methods = append(methods, w.handlerDoc(m).Id(m.Key).Add(w.signature(m, true)))
		table = append(table, jen.Line().Values(
			jen.Op("&").Qual(w.pkg.ImportPath, m.Descriptor()), w.places(m), w.closure(m)))
	}
	f.Add(gocode.Doc(fmt.Sprintf("%s serves the documented calls of %s.", name, s.Name)).
		Type().Id(name).Interface(methods...), name)
	for _, m := range s.Methods {
		w.input(f, m)
		w.unimplemented(f, m)
	}
	f.Add(jen.Func().Id(tableName(s)).Params(jen.Id("h").Id(name)).Index().Id("operation").Block(
		jen.Return(jen.Index().Id("operation").Values(append(table, jen.Line())...))), tableName(s))
}

// handlerDoc renders the comment of a handler method, which lists its routes. A
// route that several pages document may be served by another handler.
func (w *writer) handlerDoc(m *plan.Method) *jen.Statement {
	var own, others []string
	for _, r := range m.Routes {
		if w.owns(m, r) {
			own = append(own, r.Method+" "+r.NamedPath())
		} else if key := w.pkg.Owner(m, r).Key; !slices.Contains(others, key) {
			others = append(others, key)
		}
	}
	routes := strings.Join(own, " and ")
	if len(own) > 2 {
		routes = fmt.Sprintf("%s and %d other routes; see [%s.%s]", own[0], len(own)-1, w.pkg.Alias(), m.Descriptor())
	}
	text := fmt.Sprintf("%s serves %s, %s", m.Key, m.Subject(), routes)
	switch {
	case len(own) == 0:
		text = fmt.Sprintf("%s is never called: all routes of %s are served by %s", m.Key, m.Subject(), strings.Join(others, ", "))
	case len(others) > 0:
		text += ". Other routes on its page are served by " + strings.Join(others, ", ")
	}
	return gocode.Doc(text+".", "Source: "+m.Op.File)
}

// signature renders the parameters and results of a handler method.
func (w *writer) signature(m *plan.Method, named bool) *jen.Statement {
	ctx, in := jen.Id("ctx").Qual("context", "Context"), jen.Id("in").Op("*").Id(m.InputType())
	if !named {
		ctx, in = jen.Qual("context", "Context"), jen.Op("*").Id(m.InputType())
	}
	return jen.Params(ctx, in).Add(gocode.Results(w.pkg.ImportPath, m.Result.GoTypes()))
}

func (w *writer) code(t gocode.Type) *jen.Statement { return t.Code(w.pkg.ImportPath) }

// input renders the struct that a handler method takes.
func (w *writer) input(f *gocode.File, m *plan.Method) {
	fields := []jen.Code{jen.Id("Request").Op("*").Id("Request")}
	for _, a := range m.Fields {
		fields = append(fields, jen.Id(a.Field).Add(w.code(a.Type.Go())))
	}
	for _, a := range slices.Concat(m.Query, m.Headers) {
		fields = append(fields, jen.Id(a.Field).Add(w.code(a.Type.Go())))
	}
	if m.Body.Kind != plan.NoBody {
		fields = append(fields, jen.Id("Body").Add(w.code(m.Body.GoType())))
	}
	name := m.InputType()
	doc := fmt.Sprintf("%s is the input of [%s.%s].", name, m.Service.HandlerType(), m.Key)
	if len(m.Routes) > 1 && len(m.Fields) > 0 {
		doc += " A field whose parameter is not in the called route is empty."
	}
	f.Add(gocode.Doc(doc).
		Type().Id(name).Struct(fields...), name)
}

func (w *writer) unimplemented(f *gocode.File, m *plan.Method) {
	fail := jen.Id("notImplemented").Call(jen.Lit(m.Key))
	results := []jen.Code{}
	for range m.Result.GoTypes() {
		results = append(results, jen.Nil())
	}
	results = append(results, fail)
	body := jen.Return(results...)
	if m.Result.Kind == plan.Scalar && !m.Result.Type.Ptr {
		results[0] = jen.Id("none")
		body = jen.Var().Id("none").Add(w.code(m.Result.Type)).Line().Return(results...)
	}
	f.Add(gocode.Doc(fmt.Sprintf("%s implements [%s].", m.Key, m.Service.HandlerType())).
		Func().Params(jen.Id("Unimplemented")).Id(m.Key).Add(w.signature(m, false)).Block(body), "Unimplemented."+m.Key)
}

// answers maps each kind of result to the support method that sends it.
var answers = map[plan.ResultKind]string{
	plan.None:       "none",
	plan.Value:      "value",
	plan.Scalar:     "scalar",
	plan.Collection: "page",
	plan.Page:       "page",
	plan.Stream:     "stream",
	plan.Accepted:   "accepted",
	plan.Redirect:   "redirect",
}

// owns reports whether the handler of m serves r, one of its routes. A route that
// several pages document has only one handler.
func (w *writer) owns(m *plan.Method, r plan.Route) bool { return w.pkg.Owner(m, r) == m }

// places renders, for each route, the indexes of the method's arguments that its
// parameters set; nil for a route that another handler serves. It renders nil for
// a single route whose parameters are the arguments.
func (w *writer) places(m *plan.Method) *jen.Statement {
	if len(m.Routes) == 1 && w.owns(m, m.Routes[0]) && !repeats(m) {
		return jen.Nil()
	}
	var routes []jen.Code
	for _, r := range m.Routes {
		if !w.owns(m, r) {
			routes = append(routes, jen.Nil())
			continue
		}
		var list []jen.Code
		for _, field := range r.ArgFields {
			list = append(list, jen.Lit(field))
		}
		routes = append(routes, jen.Values(list...))
	}
	return jen.Index().Index().Int().Values(routes...)
}

// repeats reports whether a route of a method has a parameter twice.
func repeats(m *plan.Method) bool {
	return slices.ContainsFunc(m.Routes, func(r plan.Route) bool {
		return slices.ContainsFunc(r.Args, func(a plan.Arg) bool { return a.Repeats })
	})
}

// read renders the conversion of an argument from its text.
func (w *writer) read(a plan.Arg, text *jen.Statement) *jen.Statement {
	switch parser := a.Type.Parser(); {
	case a.Type == plan.TextArg:
		return text
	case parser == "":
		return w.code(a.Type.Go()).Call(text)
	default:
		return jen.Id("c").Dot(parser).Call(text)
	}
}

// reader returns the support method that reads an argument.
func reader(a plan.Arg, required, optional string) string {
	if a.Optional {
		return optional
	}
	return required
}

// inputValues renders the fields of a handler's input, except the body.
func (w *writer) inputValues(m *plan.Method) []jen.Code {
	fields := []jen.Code{jen.Id("Request").Op(":").Op("&").Id("c").Dot("Request")}
	for i, a := range m.Fields {
		fields = append(fields, jen.Id(a.Field).Op(":").Add(w.read(a, jen.Id("c").Dot("arg").Call(jen.Lit(i)))))
	}
	for _, q := range m.Query {
		text := jen.Id("c").Dot(reader(q, "queryArg", "optionalArg")).Call(gocode.Str(q.Param))
		fields = append(fields, jen.Id(q.Field).Op(":").Add(w.read(q, text)))
	}
	for _, a := range m.Headers {
		text := jen.Id("c").Dot(reader(a, "headerArg", "optionalHeader")).Call(gocode.Str(a.Param))
		fields = append(fields, jen.Id(a.Field).Op(":").Add(text))
	}
	return fields
}

// closure renders the function that serves an operation: it fills the input, reads
// the body, calls the handler and sends its result.
func (w *writer) closure(m *plan.Method) *jen.Statement {
	body := []jen.Code{jen.Id("in").Op(":=").Op("&").Id(m.InputType()).Values(w.inputValues(m)...)}
	var read *jen.Statement
	switch {
	case m.Body.Kind == plan.JSONBody:
		read = jen.Id("c").Dot("readJSON").Call(jen.Op("&").Id("in").Dot("Body"))
	case m.Body.Kind == plan.ContentBody:
		read = jen.Id("c").Dot("readContent").Call(jen.Op("&").Id("in").Dot("Body"))
	case len(m.Query) > 0 || len(m.Headers) > 0 || repeats(m) || slices.ContainsFunc(m.Fields, func(a plan.Arg) bool { return a.Type != plan.TextArg }):
		read = jen.Id("c").Dot("check").Call()
	}
	if read != nil {
		body = append(body, jen.If(jen.Err().Op(":=").Add(read), jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())))
	}
	handler := jen.Id("h").Dot(m.Key).Call(jen.Id("c").Dot("context").Call(), jen.Id("in"))
	answer := jen.Id("c").Dot(answers[m.Result.Kind])
	if m.Result.OrAccepted {
		body = append(
			body,
			jen.List(jen.Id("out"), jen.Id("later"), jen.Err()).Op(":=").Add(handler),
			jen.If(jen.Id("later").Op("!=").Nil()).Block(jen.Return(jen.Id("c").Dot("later").Call(jen.Id("later"), jen.Err()))),
			jen.Return(answer.Call(jen.Id("out"), jen.Err())),
		)
	} else {
		body = append(body, jen.Return(answer.Call(handler)))
	}
	return jen.Func().Params(jen.Id("c").Op("*").Id("call")).Error().Block(body...)
}
