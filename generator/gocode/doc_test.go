package gocode_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc/comment"
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"
	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator/gocode"
)

// render renders a file with a documented type that has a documented field.
func render(t *testing.T, paragraphs ...string) string {
	t.Helper()
	f := gocode.NewFile("x_gen.go", "example.com/x", "x")
	f.Add(gocode.Doc(paragraphs...).Type().Id("T").Struct(
		gocode.Doc(paragraphs...).Id("F").String()), "T")
	_, src, err := f.Render()
	if err != nil {
		t.Fatalf("%q: %v", paragraphs, err)
	}
	return string(src)
}

func TestDoc(t *testing.T) {
	tests := []struct {
		name string
		in   []string
		want []string
	}{
		{"nothing", nil, nil},
		{"blanks", []string{" ", "\n\n", "\t"}, nil},
		{"one line", []string{"Get a user."}, []string{"// Get a user."}},
		{"line ends are layout", []string{"a\nb"}, []string{"// a b"}},
		{"paragraphs", []string{"a\n\nb", "c"}, []string{"// a", "//", "// b", "//", "// c"}},
		{"carriage returns are dropped", []string{"a\r\nb\r\n\r\nc"}, []string{"// a b", "//", "// c"}},
		{"end of a block comment", []string{"a */ func init() {} /* b"}, []string{"// a */ func init() {} /* b"}},
		{"directive", []string{"a\n//go:generate sh -c x"}, []string{"// a //go:generate sh -c x"}},
		{"first in the text", []string{"//go:build ignore"}, []string{"// //go:build ignore"}},
		{"line", []string{"//line x.go:1"}, []string{"// //line x.go:1"}},
		{"export", []string{"//export x"}, []string{"// //export x"}},
		{"embed", []string{"//go:embed /etc/passwd"}, []string{"// //go:embed /etc/passwd"}},
		{"linkname", []string{"//go:linkname a b"}, []string{"// //go:linkname a b"}},
		{"debug", []string{"//go:debug a=b"}, []string{"// //go:debug a=b"}},
		// gofmt moves such a line from any comment to the top of the file, and
		// the file out of the build.
		{"old build constraint", []string{"+build ignore"}, []string{`// "+build" ignore`}},
		{"with slashes", []string{"// +build ignore"}, []string{`// // "+build" ignore`}},
		{"at a broken line", []string{strings.Repeat("a", 100) + " +build ignore"}, []string{"// " + strings.Repeat("a", 100), `// "+build" ignore`}},
		{"directive without slashes", []string{"go:build ignore"}, []string{`// "go:build" ignore`}},
		{"deprecation", []string{"Deprecated: x"}, []string{"// Note: Deprecated: x"}},
		{"deprecation in a paragraph of its own", []string{"a\n\nDeprecated: x"}, []string{"// a", "//", "// Note: Deprecated: x"}},
		{"deprecation hidden by a mark", []string{"\u200bDeprecated: x"}, []string{"// Note: Deprecated: x"}},
		{"deprecation within a sentence", []string{"It is Deprecated: no"}, []string{"// It is Deprecated: no"}},
		{"bug", []string{"BUG(x): y"}, []string{"// Note: BUG(x): y"}},
		{"heading", []string{"# Title"}, []string{"// Note: # Title"}},
		// gofmt would make "# Inherits from item" of the line between two paragraphs.
		{"like a heading", []string{"a\n\nInherits from item\n\nb"}, []string{"// a", "//", "// Inherits from item.", "//", "// b"}},
		{"name of a page", []string{"a", "Source: api/a.md", "b"}, []string{"// a", "//", "// Source: api/a.md", "//", "// b"}},
		{"code in Markdown", []string{"a ``b`` ```c"}, []string{"// a `b` `c"}},
		{"link target", []string{"[T]: https://example.com"}, []string{"// Note: [T]: https://example.com"}},
		{"link target of two words", []string{"[a T]: https://example.com"}, []string{"// Note: [a T]: https://example.com"}},
		{"brackets", []string{"[T] is a type"}, []string{"// [T] is a type"}},
		{"output", []string{"Output: x"}, []string{"// Output: x"}}, // means something in an example function only
		{"marks that reorder or hide", []string{"a\u202eb\u2066c\u200bd\u00ade\u2028f"}, []string{"// abcdef"}},
		{"byte order mark", []string{"\ufeffa"}, []string{"// a"}},
		{"control characters", []string{"a\x00b\x1b[31mc\x7fd\u0085e"}, []string{"// ab[31mcde"}},
		{"not UTF-8", []string{"a\xff\xc3b"}, []string{"// ab"}},
		{"replacement character", []string{"a\ufffdb"}, []string{"// ab"}},
		{"tab", []string{"a\tb"}, []string{"// a b"}},
		{"verbs and templates", []string{"%s {{.}} ${x} `q`"}, []string{"// %s {{.}} ${x} `q`"}},
		{"list", []string{"a\n\n- b c\n- d\n\ne"}, []string{"// a", "//", "//   - b c", "//   - d", "//", "// e"}},
		{"list below its paragraph", []string{"a\n- b\nc\n- d"}, []string{"// a", "//", "//   - b c", "//   - d"}},
		{"list with numbers", []string{"x\n\n1. a\n10. b"}, []string{"// x", "//", "//  1. a", "//  10. b"}},
		{"wrapped item", []string{"x\n\n- " + strings.Repeat("a", 96) + " b"}, []string{"// x", "//", "//   - " + strings.Repeat("a", 96), "//     b"}},
		{"mark at a broken line", []string{"x\n\n- " + strings.Repeat("a", 94) + " - b"}, []string{"// x", "//", "//   - " + strings.Repeat("a", 94) + " -", "//     b"}},
		{"number at a broken line", []string{"x\n\n- " + strings.Repeat("a", 94) + " 2. b"}, []string{"// x", "//", "//   - " + strings.Repeat("a", 94) + " 2.", "//     b"}},
		{"directive in an item", []string{"x\n\n- +build x\n- Deprecated: y"}, []string{"// x", "//", `//   - "+build" x`, "//   - Note: Deprecated: y"}},
		{"like a heading below a list", []string{"x\n\n- a\n\nInherits from item\n\nb"}, []string{"// x", "//", "//   - a", "//", "// Inherits from item.", "//", "// b"}},
		{"marks within a line", []string{"a - b 1. c"}, []string{"// a - b 1. c"}},
		{"a mark alone", []string{"-\n1."}, []string{"// - 1."}},
		{"words are not broken", []string{strings.Repeat("a", 150) + " b"}, []string{"// " + strings.Repeat("a", 150), "// b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := render(t, tt.in...)
			if d := cmp.Diff(wantFile(tt.want), src); d != "" {
				t.Error(d)
			}
		})
	}
}

func wantFile(lines []string) string {
	top, field := strings.Join(lines, "\n"), strings.Join(lines, "\n\t")
	if lines != nil {
		top, field = top+"\n", field+"\n\t"
	}
	return gocode.Header + "\n\npackage x\n\n" + top + "type T struct {\n\t" + field + "F string\n}\n"
}

func TestDocIsBounded(t *testing.T) {
	for _, text := range []string{strings.Repeat("a", 100_000), strings.Repeat("a ", 50_000), strings.Repeat("é", 50_000)} {
		if src := render(t, text); len(src) > 10_000 {
			t.Errorf("%d bytes of source for a text of %d", len(src), len(text))
		}
	}
}

// fragments are texts that have ended comments or acted as directives in other
// generators.
var fragments = []string{
	"\n", "\r", "\r\n", "\n\n", " ", "\t", "*/", "/*", "//", "//go:generate x", "go:build ignore", "// +build ignore", "+build",
	"//line a:1", "//export x", "Deprecated:", "# h", "[T]: x", "\u202e", "\u200b", "\ufeff", "\x00", "\xff", "\u2028", "\u0085", "`", `"`, "word", "- a", "1. a", "Word",
}

func FuzzDoc(f *testing.F) {
	for _, a := range fragments {
		for _, b := range fragments {
			f.Add(a + b + "ignore")
			f.Add("a" + a + b)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := render(t, text)
		again, err := format.Source([]byte(src))
		if err != nil || !bytes.Equal(again, []byte(src)) {
			t.Errorf("gofmt changes what was formatted (%v):\n%s", err, src)
		}
		tree, err := parser.ParseFile(token.NewFileSet(), "x.go", src, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(src, gocode.Header+"\n\npackage x\n") {
			t.Errorf("there is text above the package clause:\n%s", src)
		}
		if len(tree.Decls) != 1 {
			t.Errorf("the file declares more than one type:\n%s", src)
		}
		before := ""
		for line := range strings.SplitSeq(src, "\n") {
			line = strings.TrimSpace(line)
			opens := !strings.HasPrefix(before, "// ")
			if strings.HasPrefix(line, "//go:") || strings.HasPrefix(line, "// go:") || opens && strings.HasPrefix(line, "// Deprecated:") {
				t.Errorf("%q is a directive", line)
			}
			before = line
		}
	})
}

// TestDocIsFormatted checks that lists are indented as gofmt would indent them.
func TestDocIsFormatted(t *testing.T) {
	for _, text := range []string{"- a", "1. a", "a\n\n- b\n- c\n\nd", "a 'b''c' d"} {
		src := render(t, text)
		if again, err := format.Source([]byte(src)); err != nil || string(again) != src {
			t.Errorf("gofmt changes (%v):\n%s", err, src)
		}
	}
}

// TestDocLists checks that go/doc reads the lists of a text as lists.
func TestDocLists(t *testing.T) {
	long := strings.Repeat("word - 1. ", 30)
	src := render(t, "a\n\n- "+long+"\n- c\n\nd\n\n1. "+long+"\n2. f\n\ng")
	tree, err := parser.ParseFile(token.NewFileSet(), "x.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, block := range new(comment.Parser).Parse(tree.Decls[0].(*ast.GenDecl).Doc.Text()).Content {
		text := fmt.Sprintf("%T", block)
		if list, ok := block.(*comment.List); ok {
			text += fmt.Sprintf(" of %d", len(list.Items))
		}
		got = append(got, text)
	}
	want := []string{"*comment.Paragraph", "*comment.List of 2", "*comment.Paragraph", "*comment.List of 2", "*comment.Paragraph"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s\n%s", d, src)
	}
}

// TestDocOfSeveral checks that adjacent declarations keep separate comments.
func TestDocOfSeveral(t *testing.T) {
	f := gocode.NewFile("x_gen.go", "example.com/x", "x")
	f.Add(gocode.Doc("a").Const().Defs(
		gocode.Doc("b").Id("B").Op("=").Lit(1),
		gocode.Doc("").Id("C").Op("=").Lit(2)), "B", "C")
	f.Add(gocode.Doc("").Add(jen.Type().Id("D").Int()), "D")
	_, src, err := f.Render()
	if err != nil {
		t.Fatal(err)
	}
	tree, err := parser.ParseFile(token.NewFileSet(), "x.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			got = append(got, n.Tok.String()+": "+n.Doc.Text())
		case *ast.ValueSpec:
			got = append(got, n.Names[0].Name+": "+n.Doc.Text())
		}
		return true
	})
	if want := []string{"const: a\n", "B: b\n", "C: ", "type: "}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
