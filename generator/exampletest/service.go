package exampletest

import (
	"bytes"
	"fmt"
	"path"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// testFile is the end of the names of all rendered files. "_gen" keeps the go
// command from reading a resource's name as a build constraint.
const testFile = "_gen_test.go"

func (s *Suite) file(name string) *gocode.File {
	f := gocode.NewFile(name, s.path, packageName)
	f.Import(s.pkg.ImportPath, s.pkg.Alias())
	f.Import(s.pkg.ServerPath(), "server")
	return f
}

// Common renders the handler that connects the support code to the generated server.
func (s *Suite) Common() []*gocode.File {
	f := s.file("all_handlers" + testFile)
	f.PackageDoc(
		"Package exampletest sends the example requests of the reference pages with the",
		"generated client to the generated server. The messages in testdata are those of",
		"the pages; package tolerance lists the differences that are accepted.",
	)
	f.Add(gocode.Doc("handler answers each call with the documented response of its exchange.").
		Type().Id("handler").Struct(jen.Qual(s.pkg.ServerPath(), "Unimplemented")), "handler")
	f.Add(gocode.Doc("handlers serves all tests. The context of a request holds its exchange.").
		Var().Id("handlers").Op("=").Qual("sync", "OnceValue").Call(jen.Func().Params().Qual("net/http", "Handler").
		Block(jen.Return(jen.Qual(s.pkg.ServerPath(), "New").Call(jen.Id("handler").Values())))), "handlers")
	f.Add(gocode.Doc("open begins the test of an example.").
		Func().Id("open").Params(jen.Id("t").Qual("testing", "TB"), jen.Id("name").String(),
		jen.Id("op").Op("*").Qual(s.pkg.ImportPath, "OperationInfo"), jen.Id("route").Int()).Op("*").Id("exchange").Block(
		jen.Id("t").Dot("Helper").Call(),
		jen.Return(jen.Id("newExchange").Call(jen.Id("t"), jen.Id("handlers"), gocode.Str(s.base()), jen.Id("name"), jen.Id("op"), jen.Id("route")))), "open")
	return []*gocode.File{f}
}

// service renders the tests of a service.
func (w *writer) service(s *plan.Service) {
	f := w.file(gocode.FileName(s.File, testFile))
	w.part.Files = append(w.part.Files, f)
	var messages archive
	for _, m := range s.Methods {
		w.answer(f, m)
		pairs := w.pairs(m)
		if len(pairs) == 0 {
			continue
		}
		var body []jen.Code
		for _, p := range pairs {
			name := exampleName(p.page, p.name)
			body = append(body, w.subtest(p, path.Join(gocode.FileName(s.File, ""), name)))
			messages.add(name+".request", requestBytes(p))
			if p.sent != nil && !bytes.Equal(p.sent, p.example.Request.JSON) {
				messages.add(name+".sent", p.sent)
			}
			messages.add(name+".response", responseBytes(p))
		}
		name := "Test" + m.Key
		f.Add(gocode.Doc(fmt.Sprintf("%s runs the examples of %s.", name, m.Subject()), "Source: "+m.Op.File).
			Func().Id(name).Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(body...), name)
	}
	if len(messages.names) > 0 {
		w.part.Data = append(w.part.Data, Data{path.Join("testdata", gocode.FileName(s.File, ".txtar")), messages.bytes()})
	}
}

// exampleName returns the name of an example in the archive of its resource.
func exampleName(page *ir.Operation, name string) string {
	return path.Join(gocode.PathName(page.Name), name)
}

// answers maps each kind of result to the support function that returns it.
var answers = map[plan.ResultKind]string{
	plan.None:       "answerNone",
	plan.Value:      "answerValue",
	plan.Scalar:     "answerScalar",
	plan.Collection: "answerValue",
	plan.Page:       "answerValue",
	plan.Stream:     "answerStream",
	plan.Accepted:   "answerAccepted",
	plan.Redirect:   "answerRedirect",
}

// answer renders the handler method of an operation.
func (w *writer) answer(f *gocode.File, m *plan.Method) {
	fn := jen.Id(answers[m.Result.Kind])
	args := []jen.Code{jen.Id("ctx"), jen.Id("in")}
	switch m.Result.Kind {
	case plan.Value:
		args = append(args, jen.New(w.code(m.Result.Type)))
	case plan.Collection, plan.Page:
		args = append(args, w.page(m))
	case plan.Scalar:
		fn.Types(w.code(m.Result.Type))
	}
	answer := fn.Call(args...)
	if m.Result.OrAccepted {
		value := gocode.Results(w.pkg.ImportPath, m.Result.GoTypes()[:1])
		answer = jen.Id("orAccepted").Call(jen.Id("ctx"), jen.Id("in"), jen.Func().Params().Add(value).Block(jen.Return(answer)))
	}
	f.Add(jen.Func().Params(jen.Id("handler")).Id(m.Key).
		Params(jen.Id("ctx").Qual("context", "Context"), jen.Id("in").Op("*").Qual(w.pkg.ServerPath(), m.InputType())).
		Add(gocode.Results(w.pkg.ImportPath, m.Result.GoTypes())).
		Block(jen.Return(answer)), "handler."+m.Key)
}

// page renders a new page of a list.
func (w *writer) page(m *plan.Method) *jen.Statement {
	typ := jen.Qual(w.pkg.ImportPath, "Page").Types(w.code(m.Result.Type))
	if m.Result.Envelope == (plan.Envelope{}) {
		return jen.New(typ)
	}
	return jen.Op("&").Add(typ).Values(jen.Id("Envelope").Op(":").Qual(w.pkg.ImportPath, m.Descriptor()).Dot("Envelope"))
}

func (w *writer) code(t gocode.Type) *jen.Statement { return t.Code(w.pkg.ImportPath) }

// checks maps each kind of result to the method of exchange that checks it.
var checks = map[plan.ResultKind]string{
	plan.Value:    "value",
	plan.Page:     "value",
	plan.Scalar:   "scalar",
	plan.Stream:   "stream",
	plan.Accepted: "accepted",
	plan.Redirect: "redirect",
}

// subtest renders the test of one example: it opens the exchange, makes the call
// and checks the result. data is the archive's name followed by that of the
// example.
func (w *writer) subtest(p *pair, data string) *jen.Statement {
	m, status := p.method, p.status
	open := jen.Id("open").Call(jen.Id("t"), gocode.Str(data), jen.Op("&").Qual(w.pkg.ImportPath, m.Descriptor()), jen.Lit(p.at))
	if p.base != w.base() {
		open.Dot("below").Call(gocode.Str(p.base))
	}
	if listed := p.listed(); len(listed) > 0 {
		open.Dot("needs").Call(texts(listed)...)
	}
	if status != m.Result.Status && status < 400 && !p.isLater() {
		open.Dot("setsStatus").Call()
	}
	if fields := w.inputFields(p); len(fields) > 0 {
		open.Dot("arrives").Call(jen.Qual(w.pkg.ServerPath(), m.InputType()).Values(fields...))
	}
	if dropped := p.members.Dropped; len(dropped) > 0 {
		open.Dot("beyond").Call(texts(dropped)...)
	}
	if kept := p.members.Kept; len(kept) > 0 {
		open.Dot("keeps").Call(texts(kept)...)
	}
	call := jen.Id("x").Dot("client").Dot(m.Service.Name).Call().Dot(m.Name).Call(w.arguments(p)...)
	body := append([]jen.Code{jen.Id("x").Op(":=").Add(open)}, checked(p, call)...)
	return jen.Id("t").Dot("Run").Call(gocode.Str(p.name), jen.Func().Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(body...))
}

// inputFields renders the arguments as fields of the handler's input.
func (w *writer) inputFields(p *pair) []jen.Code {
	var fields []jen.Code
	for i, a := range p.args {
		if arg := p.route.Args[i]; !arg.Repeats {
			fields = append(fields, jen.Id(arg.Field).Op(":").Add(w.literal(arg, a)))
		}
	}
	for i, q := range p.query {
		fields = append(fields, jen.Id(p.method.Query[i].Field).Op(":").Add(w.literal(p.method.Query[i], q)))
	}
	for i, value := range p.headers {
		fields = append(fields, jen.Id(p.method.Headers[i].Field).Op(":").Add(gocode.Str(value)))
	}
	return fields
}

func texts(list []string) []jen.Code {
	var code []jen.Code
	for _, s := range list {
		code = append(code, gocode.Str(s))
	}
	return code
}

// checked renders the call and the check of its result.
func checked(p *pair, call *jen.Statement) []jen.Code {
	m, fails := p.method, p.status >= 400
	got := func(names ...string) jen.Code {
		var list []jen.Code
		for _, name := range names {
			list = append(list, jen.Id(name))
		}
		return jen.List(append(list, jen.Err())...).Op(":=").Add(call)
	}
	check := func(kind plan.ResultKind, name string) jen.Code {
		return jen.Id("x").Dot(checks[kind]).Call(jen.Id(name), jen.Err())
	}
	failed := jen.Id("x").Dot("failed").Call(jen.Err())
	switch {
	case m.Result.Kind == plan.Collection && fails:
		return []jen.Code{jen.Id("collectionFailed").Call(jen.Id("x"), call)}
	case m.Result.Kind == plan.Collection:
		return []jen.Code{jen.Id("collection").Call(jen.Id("x"), call)}
	case m.Result.Kind == plan.None && fails:
		return []jen.Code{jen.Id("x").Dot("failed").Call(call)}
	case m.Result.Kind == plan.None:
		return []jen.Code{jen.Id("x").Dot("none").Call(call)}
	case fails && m.Result.OrAccepted:
		return []jen.Code{got("_", "_"), failed}
	case fails:
		return []jen.Code{got("_"), failed}
	case p.isLater():
		return []jen.Code{got("_", "later"), check(plan.Accepted, "later")}
	case m.Result.OrAccepted:
		return []jen.Code{got("got", "later"), jen.Id("x").Dot("atOnce").Call(jen.Id("later")), check(m.Result.Kind, "got")}
	}
	return []jen.Code{got("got"), check(m.Result.Kind, "got")}
}

// arguments renders the documented values as arguments of the call.
func (w *writer) arguments(p *pair) []jen.Code {
	m := p.method
	var args []jen.Code
	if m.Result.Kind != plan.Collection {
		args = append(args, jen.Id("t").Dot("Context").Call())
	}
	args = append(args, w.pathArguments(p)...)
	for i, q := range p.query {
		args = append(args, w.literal(m.Query[i], q))
	}
	args = append(args, texts(p.headers)...)
	switch m.Body.Kind {
	case plan.JSONBody:
		args = append(args, jen.Op("*").Id("body").Call(jen.Id("x"), jen.New(w.code(m.Body.Type))))
	case plan.ContentBody:
		args = append(args, jen.Id("content").Call(jen.Id("x")))
	}
	for _, o := range p.options {
		args = append(args, jen.Qual(w.pkg.ImportPath, o.fn).Call(o.args...))
	}
	return args
}

// pathArguments renders the place of the call and the arguments of the path after it.
func (w *writer) pathArguments(p *pair) []jen.Code {
	var ofPlace, ofCall []jen.Code
	at := p.route.Place
	for i, text := range p.args {
		switch arg := p.route.Args[i]; {
		case arg.Repeats:
		case at != nil && i < len(at.Args):
			ofPlace = append(ofPlace, w.literal(at.Args[i], text))
		default:
			ofCall = append(ofCall, w.literal(arg, text))
		}
	}
	if at == nil {
		return ofCall
	}
	return append([]jen.Code{jen.Qual(w.pkg.ImportPath, at.Name).Call(ofPlace...)}, ofCall...)
}
