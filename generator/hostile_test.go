package generator_test

import (
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	goparser "go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/output"
)

// fixtures are the texts that code has been broken out of with, in mdwire's
// own terms and in those of other generators: see the design's security page.
var fixtures = []struct{ name, text string }{
	{"lf", "a\nfunc init() { panic(1) }\n"},
	{"cr", "a\rfunc init() { panic(1) }\r"},
	{"crlf", "a\r\nfunc init() { panic(1) }\r\n"},
	{"end of comment", "a */ func init() { panic(1) } /* b"},
	{"generate", "a\n//go:generate sh -c true\n"},
	{"build", "//go:build ignore\n"},
	{"old build", "+build ignore"},
	{"old build with slashes", "// +build ignore\n\n"},
	{"line directive", "//line /etc/passwd:1\n"},
	{"embed", "\n//go:embed /etc/passwd\nvar x string"},
	{"linkname", "\n//go:linkname a b\n"},
	{"debug", "//go:debug a=b"},
	{"export", "\n//export main\n"},
	{"deprecated", "a\n\nDeprecated: b"},
	{"output", "\nOutput: x\n"},
	{"bidi", "\u202e\u2066 } init cnuf \u2069"},
	{"nul", "a\x00b"},
	{"bom", "\ufeffa"},
	{"invalid utf-8", "a\xff\xfe\xc3("},
	{"long line", strings.Repeat("a b", 30_000)},
	{"quote", `"; func init() {} //`},
	{"back-quote", "`; func init() {} //"},
	{"backslash", `\`},
	{"verb", "%s%d%!"},
	{"template", "{{ . }}"},
	{"shell", "${HOME} $(x)"},
	{"keyword", "type"},
	{"predeclared", "string"},
	{"init", "init"},
	{"main", "main"},
	{"digits first", "2fa"},
	{"emoji", "😀"},
	{"homoglyph", "us\u0435r"},
	{"empty", ""},
	{"300 characters", strings.Repeat("Ab", 150)},
	{"braces", "{}"},
	{"choice", "{a | b}"},
	{"rest", "{id...}"},
	{"end of path", "{$}"},
	{"same parameter", "{id}/{id}/{ID}"},
	{"function", "f(a='{a}',b={a})"},
	{"ellipsis", "a/.../b"},
	{"tag", "a` xml:\"b"},
	{"tag option", "id,string"},
	{"hidden field", "-"},
	{"blank", "a b"},
	{"parent", "../../../etc/passwd"},
	{"absolute", "/etc/passwd"},
	{"drive", `C:\x`},
	{"unc", `\\host\share`},
	{"percent", "%2e%2e%2f"},
	{"device", "con"},
	{"test file", "x_test"},
	{"other system", "x_windows"},
	{"other processor", "x_arm64"},
	{"hidden folder", ".git"},
	{"vendor", "vendor"},
	{"testdata", "testdata"},
	{"internal", "internal"},
	{"1e400", "1e400"},
	{"over 63 bits", "9223372036854775808"},
	// Names that generated code or the support code uses itself.
	{"client", "client"},
	{"server", "server"},
	{"service", "service"},
	{"route", "route"},
	{"request", "request"},
	{"body", "body"},
	{"content", "content"},
	{"opts", "opts"},
	{"ctx", "ctx"},
	{"path", "path"},
	{"query", "query"},
	{"error", "Error"},
	{"options", "RequestOption"},
	{"marshal", "MarshalJSON"},
	{"extra", "AdditionalProperties"},
	{"odata type", "@odata.type"},
}

func path1(text string) ir.PathTemplate {
	p, _ := ir.ParsePath(text)
	return p
}

// hostileSpec puts a text into every place of a spec that holds page text. key
// keeps the names of several such specs apart; empty leaves them to the text.
func hostileSpec(text, key string) *ir.Spec {
	page := func(kind string) ir.Page {
		return ir.Page{File: "docs/" + kind + "/" + text + key + ".md", Version: "v1.0", DocType: text, Title: text, Doc: text}
	}
	wire := "microsoft.graph." + key + text
	property := func(name, typ string, many bool) ir.Property {
		return ir.Property{Name: name, Type: ir.TypeRef{Name: typ, Collection: many}, Doc: text, Values: []string{text}}
	}
	members := []ir.Member{{Name: text, Value: text, Doc: text}, {Name: "other", Value: text, Doc: text}}
	json := []byte(`{` + strconv.QuoteToASCII(strings.ToValidUTF8(text, "")) + `:` + strconv.QuoteToASCII("x") + `}`)
	message := func(kind ir.BodyKind) ir.Message {
		m := ir.Message{Kind: kind, Headers: []ir.Header{{Name: "X-" + text, Value: "v"}, {Name: "Prefer", Value: text}}}
		if kind == ir.JSON {
			m.Body, m.JSON = json, json
		}
		return m
	}
	operation := func(name, method string, routes ...ir.Route) ir.Operation {
		op := ir.Operation{
			Page: page("api"), Name: name, Namespace: "microsoft.graph." + text,
			Permissions: []ir.Permission{{Kind: ir.DelegatedWork, AnyOf: [][]string{{text}, {"B", text}}, Least: 1, Context: text}},
			Params: []ir.Param{
				{Name: text, In: ir.InPath, Type: ir.TypeRef{Name: "Edm.String"}, Doc: text},
				{Name: text, In: ir.InQuery, Type: ir.TypeRef{Name: text}, Doc: text},
				{Name: text, In: ir.InHeader, Doc: text},
			},
			Responses: []ir.Response{{Status: 200, Type: ir.TypeRef{Name: wire}}},
			Links:     []string{text, wire},
		}
		for _, r := range routes {
			r.Method = method
			op.Routes = append(op.Routes, r)
		}
		url := "https://example.com/v1.0" + routes[0].Path.String()
		op.Examples = []ir.Example{
			{Name: text, Title: text, Request: &ir.Request{Method: method, URL: url, Message: message(ir.NoBody)}, Response: &ir.Reply{Status: 200, Reason: text, Type: ir.TypeRef{Name: wire}, Message: message(ir.JSON)}},
			{Name: text, Title: text, Request: &ir.Request{Method: method, URL: url + "?" + text + "=" + text, Message: message(ir.JSON)}, Response: &ir.Reply{Status: 404, Reason: text, Message: message(ir.NoBody)}},
			{Request: &ir.Request{Method: method, URL: url + "/f(" + text + "='a',b=" + text + ")/microsoft.graph." + text + "/$count", Message: message(ir.NoBody)}, Response: &ir.Reply{Status: 200, Message: message(ir.NoBody)}},
			{Title: text, Request: &ir.Request{Method: method, URL: url, Message: ir.Message{Kind: ir.NoBody}}, Response: &ir.Reply{Status: 404, Reason: text, Message: ir.Message{Kind: ir.NoBody}}},
			{Title: text, Request: &ir.Request{Method: method, URL: text, Message: message(ir.NoBody)}, Response: &ir.Reply{Status: 99, Message: message(ir.NoBody)}},
		}
		return op
	}
	at := func(p string) ir.Route { return ir.Route{Path: path1(p), Query: text + "={" + text + "}&b={b}"} }
	root := "/r" + key
	post := operation(key+"-post-"+text, "POST", at(root+"/{"+text+"}"))
	post.Body = &ir.Body{Properties: []ir.Property{property(text, "Edm.String", false), property("other", wire, true)}, Doc: text}
	put := operation(key+text+"-put", "PUT", at(root+"/{content}/"+text), at(root+"/{"+text+"}/content"))
	put.Body = &ir.Body{ContentType: "image/" + text, Doc: text}
	patch := operation(key+"thing-"+text, "PATCH", at(root+"/things/{"+text+"}"), at(root+"/me/"+text), at(root+"/"+text+"/{id}/{id}"))
	patch.Body = &ir.Body{Type: ir.TypeRef{Name: wire}, Doc: text}
	list := operation(key+text, "GET", at(root+"/things/"+text), at(root+"/"+text), at(root+"/f("+text+"='{"+text+"}')/$count"), at(root+"/x/$value"))
	list.Responses[0].Type.Collection = true
	raw := operation(key+"x-raw", "GET", ir.Route{Path: ir.PathTemplate{Prefix: "/", Segments: []ir.Segment{
		{Parts: []ir.Part{{Literal: "raw" + key + text}}}, {Parts: []ir.Part{{Literal: "a"}, {Param: "p" + text, Form: ir.Angle}, {Literal: text + "b"}}},
	}}})
	odd := operation(key+"x-odd", text+"METHOD", at(root+"/odd"))
	return &ir.Spec{
		Operations: []ir.Operation{post, put, patch, list, raw, odd},
		Resources: []ir.Resource{
			{
				Page: page("resources"), Name: wire, BaseType: wire + "Base", KeyProperty: text, OpenType: true,
				Properties: []ir.Property{
					property(text, "Edm.String", false), property(text, "Edm.Int64", true), property("kind", wire+"Kind", false),
					property("nested", wire+"Base", true), property("odd", text, false),
				},
				Relationships: []ir.Property{property(text, wire, true), property("rel"+text, text, false)},
				Enums:         []ir.Enum{{Name: wire + "Listed", Members: members}, {Name: text, Members: members}},
			},
			{Page: page("resources/base"), Name: wire + "Base", Properties: []ir.Property{property("id", "Edm.String", false), property(text+"1", "Edm.Date", false)}},
			{Page: page("resources/kind"), Name: wire + "Kind", Members: members},
			{Page: page("resources/bare"), Name: text, Properties: []ir.Property{property(text, text, false)}},
		},
		Others: []ir.Page{page("concepts")},
	}
}

func generate(t *testing.T, spec *ir.Spec) *generator.Result {
	t.Helper()
	res, err := generator.Generate(spec, generator.Options{Package: "graph", ImportPath: "example.com/graph"})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestHostileText(t *testing.T) {
	for _, f := range fixtures {
		t.Run(f.name, func(t *testing.T) { checkOutput(t, generate(t, hostileSpec(f.text, ""))) })
	}
}

// FuzzGenerate finds more with -fuzzminimizetime=1x: coverage differs from run
// to run, since files are rendered on all cores, and minimizing never ends.
func FuzzGenerate(f *testing.F) {
	if flag.Lookup("test.fuzz").Value.String() != "" { // otherwise TestHostileText runs them
		for _, fixture := range fixtures {
			f.Add(fixture.text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1000 {
			t.Skip("length has its fixtures; here it would only cost time")
		}
		checkOutput(t, generate(t, hostileSpec(text, "")))
	})
}

// checkOutput checks what must hold of any output: where files lie, what they
// declare, and that no page text became code.
func checkOutput(t *testing.T, res *generator.Result) {
	t.Helper()
	paths := map[string]string{}
	packages := map[string][]*ast.File{}
	fset := token.NewFileSet()
	for _, f := range res.Files {
		if !filepath.IsLocal(filepath.FromSlash(f.Path)) || path.Clean(f.Path) != f.Path || !plainPath.MatchString(f.Path) {
			t.Errorf("path %q", f.Path)
		}
		if other, twice := paths[strings.ToLower(f.Path)]; twice {
			t.Errorf("paths %q and %q are one where file systems do not tell cases apart", other, f.Path)
		}
		paths[strings.ToLower(f.Path)] = f.Path
		switch path.Ext(f.Path) {
		case ".txtar":
			checkArchive(t, f)
			continue
		}
		if tree := checkSource(t, fset, f); tree != nil {
			packages[path.Dir(f.Path)] = append(packages[path.Dir(f.Path)], tree)
		}
	}
	for dir, files := range packages {
		checkDeclarations(t, fset, dir, files)
	}
	checkOpened(t, res.Files)
	if a := res.Account; a.Operations < a.Pages-a.Explained || a.Tested+a.ExamplesExplained != a.Examples {
		t.Errorf("pages or examples do not add up: %+v", a)
	}
}

// checkOpened checks that each test finds its messages.
func checkOpened(t *testing.T, files []generator.File) {
	t.Helper()
	archives := map[string]string{}
	for _, f := range files {
		archives[f.Path] = string(f.Data)
	}
	for _, f := range files {
		for _, m := range opened.FindAllSubmatch(f.Data, -1) {
			resource, name, _ := strings.Cut(string(m[1]), "/")
			archive := archives[path.Join(path.Dir(f.Path), "testdata", resource+".txtar")]
			for _, kind := range []string{".request ", ".response "} {
				if !strings.Contains(archive, "- "+name+kind) {
					t.Errorf("%s: no archive has the %sof %s", f.Path, kind[1:], m[1])
				}
			}
		}
	}
}

var opened = regexp.MustCompile(`open\(t, "([^"]+)"`)

// checkArchive checks that an archive has the messages that its own lines say,
// and that page text added no line to the head of one.
func checkArchive(t *testing.T, f generator.File) {
	t.Helper()
	text, ok := strings.CutPrefix(string(f.Data), gocode.Header+"\n")
	dashes, _, _ := strings.Cut(text, " ")
	parts := strings.Split("\n"+text, "\n"+dashes+" ")
	if !ok || len(parts) < 3 || len(parts)%2 == 0 || parts[0] != "" {
		t.Errorf("%s has %d parts: %.80q", f.Path, len(parts), text)
	}
	for _, part := range parts[1:] {
		line, message, _ := strings.Cut(part, "\n")
		message = strings.TrimSuffix(message, "\n")
		head := archiveLine.FindStringSubmatch(line)
		if head == nil || head[2] != dashes {
			t.Errorf("%s holds the line %.80q", f.Path, line)
			continue
		}
		checkMessage(t, f.Path, message)
	}
}

var archiveLine = regexp.MustCompile(`^(?:[a-z0-9][A-Za-z0-9_-]{0,150}/){1,}[a-z0-9][A-Za-z0-9_-]{0,150}\.(?:request|response) ([0-9a-f]{16}) (-+)$`)

func checkMessage(t *testing.T, name, message string) {
	t.Helper()
	head, _, _ := strings.Cut(message, "\n\n")
	first, headers, _ := strings.Cut(head, "\n")
	if strings.Contains(head, "\r") || len(strings.Fields(first)) < 2 {
		t.Errorf("%s begins %.80q", name, head)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(headers, "\n"), "\n") {
		if line != "" && !strings.Contains(line, ": ") {
			t.Errorf("%s holds the header %.80q", name, line)
		}
	}
}

// plainPath is what file names may be made of: no element begins with "." or
// "_", ends in what go build reads a constraint from, or is over-long.
var plainPath = regexp.MustCompile(`^([a-z0-9][A-Za-z0-9_-]{0,150}/)*[a-z0-9][A-Za-z0-9_-]{0,150}(\.go|\.txtar)$`)

func checkSource(t *testing.T, fset *token.FileSet, f generator.File) *ast.File {
	t.Helper()
	src := string(f.Data)
	if !strings.HasPrefix(src, gocode.Header+"\n\n") {
		t.Errorf("%s begins %.60q", f.Path, src)
	}
	tree, err := goparser.ParseFile(fset, f.Path, src, goparser.ParseComments)
	if err != nil {
		t.Errorf("%s: %v", f.Path, err)
		return nil
	}
	if formatted, err := format.Source(f.Data); err != nil || string(formatted) != src {
		t.Errorf("gofmt changes %s (%v)", f.Path, err)
	}
	// go generate and the linker read lines, not tokens. The one directive that
	// the support code has does nothing but keep a function whole.
	for line := range strings.SplitSeq(src, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "//go:") && line != "//go:noinline" || strings.HasPrefix(line, "// +build") || strings.HasPrefix(line, "//export") {
			t.Errorf("%s holds %.80q", f.Path, line)
		}
	}
	for _, d := range tree.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && (fn.Name.Name == "init" || fn.Name.Name == "main" || fn.Name.Name == "TestMain") {
			t.Errorf("%s declares %s", f.Path, fn.Name.Name)
		}
	}
	for _, spec := range tree.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		if strings.Contains(p, ".") && !strings.HasPrefix(p, "example.com/graph") || p == "unsafe" || p == "C" || p == "os/exec" {
			t.Errorf("%s imports %s", f.Path, p)
		}
	}
	return tree
}

// noImports leaves imported packages empty: what is looked for here is within
// a package, and to load the others would take seconds.
type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errors.New("not imported") }

// checkDeclarations reports what is declared twice or in a circle. What needs
// the imported packages is left to TestHostileTextCompiles.
func checkDeclarations(t *testing.T, fset *token.FileSet, dir string, files []*ast.File) {
	t.Helper()
	conf := types.Config{Importer: noImports{}, Error: func(err error) {
		for _, bad := range []string{"redeclared", "duplicate", "recursive", "field and method", "same name", "already declared", "other declaration"} {
			if strings.Contains(err.Error(), bad) {
				t.Errorf("%s: %v", dir, err)
				return
			}
		}
	}}
	conf.Check(dir, fset, files, nil) //nolint:errcheck // reported above
}

// TestHostileTextCompiles puts all fixtures into one module and has the
// compiler and vet look at it.
func TestHostileTextCompiles(t *testing.T) {
	if testing.Short() {
		t.Skip("runs go vet")
	}
	spec := &ir.Spec{}
	for i, f := range fixtures {
		s := hostileSpec(f.text, fmt.Sprintf("k%d", i))
		spec.Operations = append(spec.Operations, s.Operations...)
		spec.Resources = append(spec.Resources, s.Resources...)
	}
	for _, f := range fixtures { // and once with no key to keep them apart
		s := hostileSpec(f.text, "")
		spec.Operations = append(spec.Operations, s.Operations...)
		spec.Resources = append(spec.Resources, s.Resources...)
	}
	vet(t, map[string]*ir.Spec{"graph": spec})
}

// vet writes what specs become, each in a folder that its package is named
// after, to one module and vets it, tests too.
func vet(t *testing.T, specs map[string]*ir.Spec) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "graph")
	place, err := output.Locate(dir, generator.PackageName)
	if err != nil {
		t.Fatal(err)
	}
	for name, spec := range specs {
		res, err := generator.Generate(spec, generator.Options{Package: name, ImportPath: path.Join(place.ImportPath, name)})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		checkOutput(t, res)
		if err := output.Write(filepath.Join(dir, name), generator.Header, outputFiles(res.Files), output.Origin{Tool: "test"}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := place.WriteGoMod(generator.GoVersion); err != nil {
		t.Fatal(err)
	}
	// vet needs the compiled packages, but nothing runs them: without
	// optimization and debug data they compile in two thirds of the time.
	cmd := exec.Command("go", "vet", "-gcflags=-N -l -dwarf=false", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// outputFiles returns generated files as files to write.
func outputFiles(files []generator.File) []output.File {
	var list []output.File
	for _, f := range files {
		list = append(list, output.File(f))
	}
	return list
}
