package tests

import (
	"fmt"
	"path"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

// testFile is the ending of the files written here: neutral before "_test.go",
// so that no resource's name is read as a build constraint.
const testFile = "_gen_test.go"

func (w *writer) file(name string) *gocode.File {
	f := gocode.NewFile(name, w.path, packageName)
	f.Import(w.pkg.ImportPath, w.pkg.Alias())
	f.Import(w.server(), "server")
	w.suite.Files = append(w.suite.Files, f)
	return f
}

func (w *writer) server() string { return w.pkg.ImportPath + "/server" }

// glue writes what joins the support code to the generated server and client.
func (w *writer) glue() {
	f := w.file("all_handlers" + testFile)
	f.Add(gocode.Doc("handler answers each call with the response that its exchange documents.").
		Type().Id("handler").Struct(
		jen.Qual(w.server(), "Unimplemented"),
		jen.Id("x").Op("*").Id("exchange")), "handler")
	f.Add(gocode.Doc("newClient returns a client of a server that answers as the exchange documents.").
		Func().Id("newClient").Params(jen.Id("x").Op("*").Id("exchange")).Op("*").Qual(w.pkg.ImportPath, "Client").Block(
		jen.Return(jen.Id("x").Dot("serve").Call(jen.Qual(w.server(), "New").Call(
			jen.Id("handler").Values(jen.Id("x").Op(":").Id("x")),
			jen.Id("x").Dot("options").Call().Op("..."))))), "newClient")
}

// service writes the tests of a resource's operations.
func (w *writer) service(s *plan.Service) {
	var f *gocode.File
	for _, m := range s.Methods {
		pairs := w.pairs(m)
		if len(pairs) == 0 {
			continue
		}
		if f == nil {
			f = w.file(gocode.FileName(s.File, testFile))
		}
		w.answer(f, m)
		var body []jen.Code
		for _, p := range pairs {
			body = append(body, w.subtest(p))
			w.data(p)
		}
		name := "Test" + m.Key
		f.Add(gocode.Doc(fmt.Sprintf("%s runs the examples of %q.", name, m.Op.Title), "Source: "+m.Op.File).
			Func().Id(name).Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(body...), name)
	}
}

func dataName(p *pair) string { return path.Join(gocode.PathName(p.method.Op.Name), p.name) }

// data adds the messages of an example as files.
func (w *writer) data(p *pair) {
	base := path.Join("testdata", dataName(p))
	w.suite.Data = append(w.suite.Data,
		Data{base + ".request", requestBytes(p.example.Request)},
		Data{base + ".response", responseBytes(p.example.Response)})
}

// answers names the support function that answers with each kind of result.
var answers = map[plan.ResultKind]string{
	plan.None:       "answerNone",
	plan.Value:      "answerValue",
	plan.Scalar:     "answerScalar",
	plan.Collection: "answerPage",
	plan.Stream:     "answerStream",
	plan.Accepted:   "answerAccepted",
	plan.Redirect:   "answerRedirect",
}

// answer writes the handler's method for an operation.
func (w *writer) answer(f *gocode.File, m *plan.Method) {
	fn := jen.Id(answers[m.Result.Kind])
	if m.Result.Type.Name != "" {
		fn.Types(w.code(m.Result.Type))
	}
	body := jen.Nil()
	if m.Body.Kind != plan.NoBody {
		body = jen.Id("in").Dot("Body")
	}
	f.Add(jen.Func().Params(jen.Id("h").Id("handler")).Id(m.Key).
		Params(jen.Id("_").Qual("context", "Context"), jen.Id("in").Op("*").Qual(w.server(), m.Key+"Input")).
		Add(w.results(m.Result)).
		Block(jen.Return(fn.Call(jen.Id("h").Dot("x"), jen.Op("&").Id("in").Dot("Request"), body))), "handler."+m.Key)
}

func (w *writer) results(r plan.Result) *jen.Statement {
	client := func(name string) *jen.Statement { return jen.Op("*").Qual(w.pkg.ImportPath, name) }
	var t *jen.Statement
	switch r.Kind {
	case plan.Value:
		t = jen.Op("*").Add(w.code(r.Type))
	case plan.Scalar:
		t = w.code(r.Type)
	case plan.Collection:
		t = client("Page").Types(w.code(r.Type))
	case plan.Stream:
		t = client("Stream")
	case plan.Accepted:
		t = client("Accepted")
	case plan.Redirect:
		t = client("Redirect")
	default:
		return jen.Error()
	}
	return jen.Params(t, jen.Error())
}

func (w *writer) code(t gocode.Type) *jen.Statement { return t.Code(w.pkg.ImportPath) }

// checks names the exchange's method that checks each kind of result.
var checks = map[plan.ResultKind]string{
	plan.None:       "none",
	plan.Value:      "value",
	plan.Scalar:     "scalar",
	plan.Collection: "collection",
	plan.Stream:     "stream",
	plan.Accepted:   "accepted",
	plan.Redirect:   "redirect",
}

// subtest writes the test of one example: open the exchange, make the call as
// a caller would, check what it returned.
func (w *writer) subtest(p *pair) *jen.Statement {
	m := p.method
	open := []jen.Code{jen.Id("t"), gocode.Str(dataName(p)), jen.Op("&").Qual(w.pkg.ImportPath, "Op"+m.Key), jen.Lit(w.routeIndex(p))}
	if p.url != p.example.Request.URL {
		open = append(open, gocode.Str(p.url))
	} else {
		open = append(open, jen.Lit(""))
	}
	body := []jen.Code{jen.Id("x").Op(":=").Id("open").Call(open...)}
	call := jen.Id("newClient").Call(jen.Id("x")).Dot(m.Service.Name).Call().Dot(m.Name).Call(w.arguments(p)...)
	check := jen.Id("x").Dot(checks[m.Result.Kind])
	switch m.Result.Kind {
	case plan.None, plan.Collection:
		body = append(body, w.checked(p, call))
	default:
		body = append(body, jen.List(jen.Id("got"), jen.Err()).Op(":=").Add(call), check.Call(jen.Id("got"), jen.Err()))
	}
	return jen.Id("t").Dot("Run").Call(gocode.Str(p.name), jen.Func().Params(jen.Id("t").Op("*").Qual("testing", "T")).Block(body...))
}
