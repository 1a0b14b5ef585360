package gocode_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"
	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator/gocode"
)

func TestStr(t *testing.T) {
	for _, text := range []string{
		"", "a", `"`, "`", `\`, "\n//go:generate x\n", "\r", "\x00", "\xff", "\ufeff", "\u202e", "%s", "{{ }}", "${}", "*/",
		"\u2028", strings.Repeat("a\n", 5000),
	} {
		f := gocode.NewFile("x_gen.go", "example.com/x", "x")
		f.Add(jen.Const().Id("C").Op("=").Add(gocode.Str(text)), "C")
		_, src, err := f.Render()
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), "x.go", src, 0)
		if err != nil {
			t.Fatal(err)
		}
		lit := tree.Decls[0].(*ast.GenDecl).Specs[0].(*ast.ValueSpec).Values[0].(*ast.BasicLit)
		if got, err := strconv.Unquote(lit.Value); err != nil || got != text || lit.Value[0] != '"' {
			t.Errorf("%q is the literal %s", text, lit.Value)
		}
	}
}

func TestImports(t *testing.T) {
	for _, tt := range []struct{ paths, want string }{
		{"context", `import "context"`},
		{"context testing", "import (\n\t\"context\"\n\t\"testing\"\n)"},
		{"testing example.com/server example.com/v1 context", "import (\n\t\"context\"\n\t\"testing\"\n\n\t\"example.com/server\"\n\tgraph \"example.com/v1\"\n)"},
		{"example.com/server example.com/v1", "import (\n\t\"example.com/server\"\n\tgraph \"example.com/v1\"\n)"},
	} {
		f := gocode.NewFile("x_gen.go", "example.com/x", "x")
		f.Import("example.com/server", "server")
		f.Import("example.com/v1", "graph")
		var all []jen.Code
		for path := range strings.FieldsSeq(tt.paths) {
			all = append(all, jen.Qual(path, "X"))
		}
		f.Add(jen.Var().Id("V").Op("=").Id("f").Call(all...), "V")
		_, src, err := f.Render()
		if err != nil {
			t.Fatal(err)
		}
		from, to := strings.Index(string(src), "import"), strings.Index(string(src), "\n\nvar")
		if d := cmp.Diff(tt.want, string(src)[from:to]); d != "" {
			t.Errorf("%s: %s", tt.paths, d)
		}
	}
}

func TestTag(t *testing.T) {
	tests := []struct {
		name string
		safe bool
	}{
		{"id", true},
		{"@odata.type", true},
		{"start-time", true},
		{"a_b", true},
		{"$count", true},
		{"#action", true},
		{"", false},
		{"-", false},          // hides the field
		{"a,string", false},   // re-encodes it
		{"a b", false},        //
		{"a`b", false},        // ends the tag
		{`a"b`, false},        // ends the value
		{`a\b`, false},        //
		{"a\nb", false},       //
		{"naïve", false},      //
		{"\u0430", false},     // looks like an a
		{"a:b", false},        //
		{"\xff", false},       //
		{"` json:\"b", false}, //
	}
	for _, tt := range tests {
		if got := gocode.TagSafe(tt.name); got != tt.safe {
			t.Errorf("TagSafe(%q) = %v", tt.name, got)
		}
		if _, err := gocode.Tag(tt.name, ",omitzero"); (err == nil) != tt.safe {
			t.Errorf("Tag(%q): %v", tt.name, err)
		}
		if tt.safe {
			holdsInJSON(t, tt.name)
		}
	}
}

// holdsInJSON checks that encoding/json uses the name in the tag.
func holdsInJSON(t *testing.T, name string) {
	t.Helper()
	tag, err := gocode.Tag(name, ",omitzero")
	if err != nil {
		t.Fatal(err)
	}
	f := gocode.NewFile("x_gen.go", "example.com/x", "x")
	f.Add(jen.Type().Id("T").Struct(jen.Id("F").String().Add(tag)), "T")
	_, src, err := f.Render()
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(src), "`")
	literal, _, _ := strings.Cut(after, "`")
	typ := reflect.StructOf([]reflect.StructField{{Name: "F", Type: reflect.TypeFor[string](), Tag: reflect.StructTag(literal)}})
	v := reflect.New(typ)
	v.Elem().Field(0).SetString("x")
	data, err := json.Marshal(v.Interface())
	if want := `{` + strconv.Quote(name) + `:"x"}`; err != nil || string(data) != want {
		t.Errorf("encodes as %s (%v), want %s", data, err, want)
	}
}

func TestRender(t *testing.T) {
	f := gocode.NewFile("x_gen.go", "example.com/x", "x")
	f.Import("example.com/y", "why")
	f.Add(jen.Type().Id("T").Struct(jen.Id("F").Qual("example.com/y", "Z")), "T")
	f.Add(jen.Func().Params(jen.Id("t").Op("*").Id("T")).Id("M").Params().Block(), "T.M")
	f.Add(jen.Var().List(jen.Id("a"), jen.Id("b")).Qual("example.com/x", "T"), "a", "b")
	name, src, err := f.Render()
	if err != nil {
		t.Fatal(err)
	}
	want := gocode.Header + `

package x

import why "example.com/y"

type T struct {
	F why.Z
}

func (t *T) M() {}

var a, b T
`
	if d := cmp.Diff(want, string(src)); d != "" || name != "x_gen.go" {
		t.Errorf("%s:\n%s", name, d)
	}
}

// TestRenderRefuses checks the last safeguard: a file with unplanned code is not
// rendered.
func TestRenderRefuses(t *testing.T) {
	tests := []struct {
		name string
		code jen.Code
		want string // part of the error
	}{
		{"a planned name is missing", jen.Type().Id("Other").Int(), `instead of ["T"]`},
		{"nothing is declared", jen.Comment("nothing"), `instead of ["T"]`},
		{"one more is declared", jen.Type().Id("T").Int().Line().Func().Id("init").Params().Block(), `declares ["init"]`},
		{"the same is declared twice", jen.Type().Id("T").Int().Line().Type().Id("T").Int(), "declares"},
		{"a method in place of a type", jen.Func().Params(jen.Id("T")).Id("M").Params().Block(), `declares ["T.M"]`},
		{"a method of another type", jen.Type().Id("T").Int().Line().Func().Params(jen.Op("[]").Id("T")).Id("M").Params().Block(), `declares ["?.M"]`},
		{"a go: directive", jen.Comment("//go:generate x").Line().Type().Id("T").Int(), "would be a directive"},
		{"a build constraint", jen.Comment("//go:build ignore").Line().Type().Id("T").Int(), "would be a directive"},
		{"an old build constraint", jen.Comment("// +build ignore").Line().Type().Id("T").Int(), "would be a directive"},
		{"a line directive", jen.Comment("//line x.go:1").Line().Type().Id("T").Int(), "line"},
		{"an export", jen.Comment("//export x").Line().Type().Id("T").Int(), "would be a directive"},
		{"a block comment", jen.Comment("a\nb").Line().Type().Id("T").Int(), "would be a directive"},
		{"a directive within a type", jen.Type().Id("T").Struct(jen.Comment("//go:x")), "would be a directive"},
		{"no Go", jen.Op("}"), "x_gen.go: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := gocode.NewFile("x_gen.go", "example.com/x", "x")
			f.Add(tt.code, "T")
			_, src, err := f.Render()
			if err == nil {
				t.Fatalf("rendered:\n%s", src)
			}
			if !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %q, want one line with %q", err, tt.want)
			}
		})
	}
}

func TestTypeCode(t *testing.T) {
	tests := []struct {
		typ  gocode.Type
		want string
	}{
		{gocode.Type{Name: "string"}, "string"},
		{gocode.Type{Name: "bool", Ptr: true}, "*bool"},
		{gocode.Type{Name: "[]byte"}, "[]byte"},
		{gocode.Type{Name: "[]byte", Slice: true}, "[][]byte"},
		{gocode.Type{Name: "Time", Import: "time", Ptr: true}, "*time.Time"},
		{gocode.Type{Name: "RawMessage", Import: "encoding/json"}, "json.RawMessage"},
		{gocode.Type{Name: "Message", Local: true, Slice: true}, "[]graph.Message"},
		{gocode.Type{Name: "Message", Local: true, Opt: true}, "graph.Opt[graph.Message]"},
		{gocode.Type{Name: "string", Slice: true, Opt: true}, "graph.Opt[[]string]"},
	}
	for _, tt := range tests {
		f := gocode.NewFile("x_gen.go", "example.com/x", "x")
		f.Import("example.com/graph", "graph")
		f.Add(jen.Var().Id("v").Add(tt.typ.Code("example.com/graph")), "v")
		_, src, err := f.Render()
		if err != nil {
			t.Fatal(err)
		}
		if _, got, _ := strings.Cut(string(src), "var v "); strings.TrimSpace(got) != tt.want {
			t.Errorf("%+v is %s, want %s", tt.typ, got, tt.want)
		}
	}
	if got := (gocode.Type{Name: "Message", Local: true, Slice: true, Ptr: true, Opt: true}).Elem(); got != (gocode.Type{Name: "Message", Local: true}) {
		t.Errorf("Elem is %+v", got)
	}
}
