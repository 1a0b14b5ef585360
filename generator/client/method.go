package client

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// method renders the method of an operation. It passes its arguments to the
// support function for the kind of result.
func (w *writer) method(f *gocode.File, service string, m *plan.Method) {
	lazy := m.Result.Kind == plan.Collection
	var in []jen.Code
	if !lazy {
		in = append(in, jen.Id("ctx").Qual("context", "Context"))
	}
	if m.HasPlace() {
		in = append(in, jen.Id("at").Id(m.PlaceType()))
	}
	in = append(in, w.params(slices.Concat(m.CallArgs(), m.Query, m.Headers))...)
	if m.Body.Kind != plan.NoBody {
		in = append(in, jen.Id(m.Body.Name).Add(w.code(m.Body.GoType())))
	}
	in = append(in, jen.Id("opts").Op("...").Id("RequestOption"))
	f.Add(methodDoc(m).Func().Params(jen.Id("s").Op("*").Id(service)).Id(m.Name).Params(in...).
		Add(w.results(m.Result)).Block(w.body(m)...), service+"."+m.Name)
}

// body renders the statements of a method. The support function stores the *Accepted
// of a 202 in later.
func (w *writer) body(m *plan.Method) []jen.Code {
	if !m.Result.OrAccepted {
		return []jen.Code{jen.Return(w.call(m))}
	}
	return []jen.Code{
		jen.Var().Id("later").Op("*").Id("Accepted"),
		jen.List(jen.Id("out"), jen.Err()).Op(":=").Add(w.call(m)),
		jen.Return(jen.Id("out"), jen.Id("later"), jen.Err()),
	}
}

// call renders the call of the support function.
func (w *writer) call(m *plan.Method) *jen.Statement {
	fields := append([]jen.Code{jen.Id("op").Op(":").Op("&").Id(m.Descriptor())}, position(m)...)
	if len(m.Fixed)+len(m.Query) > 0 {
		fields = append(fields, jen.Id("query").Op(":").Add(arguments(m.Fixed, m.Query)))
	}
	if len(m.Headers) > 0 {
		fields = append(fields, jen.Id("header").Op(":").Add(arguments(nil, m.Headers)))
	}
	if m.Body.Kind != plan.NoBody {
		fields = append(fields, jen.Id("body").Op(":").Id(m.Body.Name))
	}
	if m.Body.ContentType != "" {
		fields = append(fields, jen.Id("contentType").Op(":").Add(gocode.Str(m.Body.ContentType)))
	}
	if m.Result.OrAccepted {
		fields = append(fields, jen.Id("later").Op(":").Op("&").Id("later"))
	}
	fn := jen.Id(calls[m.Result.Kind])
	args := []jen.Code{jen.Id("ctx"), jen.Parens(jen.Op("*").Id("caller")).Call(jen.Id("s")), jen.Op("&").Id("call").Values(fields...), jen.Id("opts")}
	switch m.Result.Kind {
	case plan.Value:
		args = append(args, jen.New(w.code(m.Result.Type)))
	case plan.Scalar:
		fn.Types(w.code(m.Result.Type))
	case plan.Page:
		args = append(args, jen.New(jen.Id("Page").Types(w.code(m.Result.Type))))
	case plan.Collection:
		fn.Types(w.code(m.Result.Type))
		args = args[1:]
	}
	return fn.Call(args...)
}

// arguments renders the names and values of parameters.
func arguments(fixed []plan.FixedParam, args []plan.Arg) *jen.Statement {
	var list []jen.Code
	for _, f := range fixed {
		list = append(list, jen.Values(gocode.Str(f.Name), gocode.Str(f.Value)))
	}
	for _, a := range args {
		list = append(list, jen.Values(gocode.Str(a.Param), text(a)))
	}
	return jen.Index().Id("argument").Values(list...)
}

// position renders the field of a call that says where it goes.
func position(m *plan.Method) []jen.Code {
	args := texts(m.CallArgs())
	switch {
	case m.HasPlace() && len(args) > 0:
		return []jen.Code{jen.Id("position").Op(":").Id("at").Dot(m.PlaceMethod).Call().Dot("with").Call(args...)}
	case m.HasPlace():
		return []jen.Code{jen.Id("position").Op(":").Id("at").Dot(m.PlaceMethod).Call()}
	case len(args) > 0:
		return []jen.Code{jen.Id("position").Op(":").Id("position").Values(jen.Id("args").Op(":").Index().String().Values(args...))}
	}
	return nil
}

// calls maps each kind of result to its support function.
var calls = map[plan.ResultKind]string{
	plan.None:       "none",
	plan.Value:      "value",
	plan.Scalar:     "scalar",
	plan.Collection: "collection",
	plan.Page:       "value",
	plan.Stream:     "stream",
	plan.Accepted:   "accepted",
	plan.Redirect:   "redirect",
}

// results renders the results of a method.
func (w *writer) results(r plan.Result) *jen.Statement {
	if r.Kind == plan.Collection {
		return jen.Op("*").Id("Collection").Types(w.code(r.Type))
	}
	return gocode.Results(w.pkg.ImportPath, r.GoTypes())
}

func methodDoc(m *plan.Method) *jen.Statement {
	paragraphs := []string{fmt.Sprintf("%s calls %s. %s", m.Name, m.Subject(), m.Op.Doc)}
	if m.OffTitle {
		paragraphs[0] = fmt.Sprintf("%s sends %s.", m.Name, m.Subject())
	}
	paragraphs = append(paragraphs, routeDoc(m))
	if m.Result.OrAccepted {
		paragraphs = append(paragraphs, "If the service answers 202 Accepted, the first result is the zero value and the [*Accepted] tells where to ask for it. Otherwise the [*Accepted] is nil.")
	}
	if list := m.Result.Envelope.List; list != "" {
		paragraphs = append(paragraphs, fmt.Sprintf("The values are the elements of %q in the response; a [Page] has the other members in AdditionalProperties.", list))
		if !m.ShowsNextLink() {
			paragraphs = append(paragraphs, "The documentation does not say how to read further pages: the list ends with the first one.")
		}
	}
	paragraphs = slices.Concat(paragraphs, requestDocs(m), permissionDocs(m))
	return gocode.Doc(append(paragraphs, "Source: "+m.Op.File)...)
}

// routeDoc lists the routes of a method with their places.
func routeDoc(m *plan.Method) string {
	routes := make([]string, len(m.Routes))
	for i, r := range m.Routes {
		routes[i] = r.Method + " " + r.NamedPath()
		if m.HasPlace() {
			routes[i] += " at [" + r.Place.Name + "]"
		}
	}
	if len(routes) == 1 {
		return "Route: " + routes[0]
	}
	return "Routes:\n\n- " + strings.Join(routes, "\n- ")
}

// requestDocs lists the headers and query parameters that the page requires, and those
// that are options, except headers that the client sets itself.
func requestDocs(m *plan.Method) []string {
	var headers, query, options names
	for _, o := range m.Op.Options {
		options.add(o)
	}
	for _, p := range m.Op.Params {
		isArgument := slices.ContainsFunc(m.Query, func(a plan.Arg) bool { return a.Param == p.Name }) ||
			slices.ContainsFunc(m.Fixed, func(f plan.FixedParam) bool { return strings.EqualFold(f.Name, p.Name) })
		switch {
		case p.In == ir.InQuery && isArgument, p.In == ir.InHeader && slices.Contains(clientHeaders, strings.ToLower(p.Name)), p.In == ir.InPath:
		case p.Required && p.In == ir.InHeader:
			headers.add(p.Name)
		case p.Required:
			query.add(p.Name)
		default:
			options.add(p.Name)
		}
	}
	var fixed names
	for _, f := range m.Fixed {
		fixed.add(f.Name + "=" + f.Value)
	}
	required := headers.doc("Required headers")
	for _, a := range m.Headers {
		required += fmt.Sprintf(" The call sends %s as %s; \"*\" matches every version.", a.Name, a.Param)
	}
	return []string{required, fixed.doc("Fixed query parameters"), query.doc("Required query parameters"), options.doc("Documented options")}
}

// names is a list of names without repetitions in another letter case.
type names []string

func (n *names) add(name string) {
	if !strings.Contains(name, " ") && !slices.ContainsFunc(*n, func(other string) bool { return strings.EqualFold(other, name) }) {
		*n = append(*n, name)
	}
}

// doc returns the sentence that lists the names, "" for none.
func (n names) doc(label string) string {
	if len(n) == 0 {
		return ""
	}
	return label + ": " + strings.Join(n, ", ") + "."
}

// clientHeaders are the headers that the client sets itself.
var clientHeaders = []string{"authorization", "accept", "content-type", "content-length", "host"}
