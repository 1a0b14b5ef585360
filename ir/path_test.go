package ir

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/specs"
)

// outline prints the parts of a path for tables: literals as they are,
// parameters in brackets, segments separated by spaces.
func outline(p PathTemplate) string {
	var b strings.Builder
	b.WriteString(p.Prefix)
	for _, s := range p.Segments {
		b.WriteByte(' ')
		for i, part := range s.Parts {
			if i > 0 {
				b.WriteByte('+')
			}
			if part.IsParam() {
				fmt.Fprintf(&b, "[%s]", part.Param)
			} else {
				b.WriteString(part.Literal)
			}
		}
	}
	return b.String()
}

func TestParsePathGood(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"/", "/"},
		{"/books", "/ books"},
		{"/books/{id}/pages", "/ books [id] pages"},
		{"/books/{id | isbn}", "/ books [id | isbn]"},
		{"/books/{shelf/number}/x", "/ books [shelf/number] x"},
		{"/grid/cells(<corner>)", "/ grid cells(+[corner]+)"},
		{"/grid/cells(corner='{corner}')/clear", "/ grid cells(corner='+[corner]+') clear"},
		{"/f(a='x/y',b={c})", "/ f(a='x/y',b=+[c]+)"},
		{"/shelf/top:/{path}:/list", "/ shelf top: [path]+: list"},
		{"/shelf/items/{id}:/{name}:/content", "/ shelf items [id]+: [name]+: content"},
		{"/books/{id}/$ref", "/ books [id] $ref"},
		{"/books/lib.catalog.recent()", "/ books lib.catalog.recent()"},
		{"/a/{id}/.../b", "/ a [id] ... b"},
		{"/tags/tagKey={key}", "/ tags tagKey=+[key]"},
		{"/books/:book_id/pages", "/ books [book_id] pages"},
		{"/books({{book id}})", "/ books(+[book id]+)"},
		{"/books/{id}:/:7/:", "/ books [id]+: :7 :"},
	} {
		p, faults := ParsePath(tt.text)
		if got := outline(p); got != tt.want || len(faults) > 0 {
			t.Errorf("ParsePath(%q) = %s, %v; want %s", tt.text, got, faults, tt.want)
		}
	}
}

func TestParsePathBad(t *testing.T) {
	for _, tt := range []struct{ text, want, fault string }{
		{"", "", "0-0 no leading slash"},
		{"me/x", " me x", "0-0 no leading slash"},
		{"~/me", "~/ me", "0-2 no leading slash"},
		{"/a/", "/ a ", "2-3 trailing slash"},
		{"//a", "/  a", "1-2 empty segment"},
		{"/a//b", "/ a  b", "3-4 empty segment"},
		{"/a/{id/b/{x}", "/ a {id b [x]", "3-4 unbalanced brace"},
		{"/a/id}/b", "/ a id} b", "5-6 unbalanced brace"},
		{"/a/<id/b", "/ a <id b", "3-4 unbalanced angle bracket"},
		{"/a/id>/b", "/ a id> b", "5-6 unbalanced angle bracket"},
		{"/g/r(a='<b>'/row", "/ g r(a='+[b]+' row", "4-5 unbalanced parenthesis"},
		{"/g/r)/row", "/ g r) row", "4-5 unbalanced parenthesis"},
		{"/a/{undefined}", "/ a [undefined]", "3-14 placeholder without a name"},
		{"/a/{}/b", "/ a {} b", "3-5 placeholder without a name"},
		{"/a/(team-id)", "/ a [team-id]", "3-12 placeholder in parentheses"},
		{"/a/'{id}'/b", "/ a [id] b", "3-9 placeholder in quotes"},
		{"/a/{x} | y/b", "/ a [x]+ | y b", "6-10 space in the path"},
		{"/a/{x}$ref", "/ a [x]+$ref", "6-10 missing slash"},
		{"/a/$/b", "/ a $ b", "3-4 single $"},
		{"/a/b?c=d", "/ a b?c=d", "4-8 query in the path"},
		{"/a('{id'})", "/ a('+[id']+)", "4-9 quotation mark in the braces"},
	} {
		p, faults := ParsePath(tt.text)
		if got := outline(p); got != tt.want {
			t.Errorf("ParsePath(%q) = %s; want %s", tt.text, got, tt.want)
		}
		if len(faults) != 1 {
			t.Errorf("ParsePath(%q): faults %v", tt.text, faults)
			continue
		}
		f := faults[0]
		if got := fmt.Sprintf("%d-%d %s", f.Start, f.End, f.Kind); got != tt.fault || f.Text != tt.text[f.Start:f.End] {
			t.Errorf("ParsePath(%q): fault %s %q; want %s", tt.text, got, f.Text, tt.fault)
		}
	}
}

func TestFunction(t *testing.T) {
	lit := func(s string) []Part { return []Part{{Literal: s}} }
	param := func(s string) []Part { return []Part{{Param: s}} }
	for _, tt := range []struct {
		segment string
		want    Function
	}{
		{"recent()", Function{Name: "recent"}},
		{"view(from='{a}', to={b})", Function{Name: "view", Args: []Argument{
			{Name: "from", Value: param("a"), Quoted: true},
			{Name: "to", Value: param("b")},
		}}},
		{"books('{id}')", Function{Name: "books", Args: []Argument{{Value: param("id"), Quoted: true}}}},
		{"zone(kind=lib.zone'{z}')", Function{Name: "zone", Args: []Argument{
			{Name: "kind", Value: param("z"), Quoted: true, Cast: "lib.zone"},
		}}},
		{"find(q='a,b=''c''', n=2)", Function{Name: "find", Args: []Argument{
			{Name: "q", Value: lit("a,b='c'"), Quoted: true},
			{Name: "n", Value: lit("2")},
		}}},
		{"cut(a='{x}'", Function{Name: "cut", Args: []Argument{{Name: "a", Value: param("x"), Quoted: true}}}},
		{"near(p='{x}-{y}')", Function{Name: "near", Args: []Argument{
			{Name: "p", Value: []Part{{Param: "x"}, {Literal: "-"}, {Param: "y"}}, Quoted: true},
		}}},
	} {
		p, _ := ParsePath("/" + tt.segment)
		got, ok := p.Segments[0].Function()
		if diff := cmp.Diff(tt.want, got); !ok || diff != "" {
			t.Errorf("Function of %q: %v\n%s", tt.segment, ok, diff)
		}
	}
	for _, segment := range []string{"books", "{id}", "(x)", "('x')", "a(b)c", "{a}(b)", "root:"} {
		p, _ := ParsePath("/" + segment)
		if f, ok := p.Segments[0].Function(); ok {
			t.Errorf("Function of %q = %v; want none", segment, f)
		}
	}
}

func TestSegmentKind(t *testing.T) {
	p, _ := ParsePath("/a/{b}/c('{d}')/.../{e}:/")
	want := []SegmentKind{LiteralSegment, ParamSegment, FunctionSegment, EllipsisSegment, MixedSegment, EmptySegment}
	for i, s := range p.Segments {
		if s.Kind() != want[i] {
			t.Errorf("kind of %q = %d; want %d", s, s.Kind(), want[i])
		}
	}
}

func TestParams(t *testing.T) {
	p, _ := ParsePath("/shelves/{id | name}/top:/{path}:/view(to={b},from=lib.day'{a}')/rows(<r>)")
	want := []PathParam{
		{Name: "id | name", Segment: 1},
		{Name: "path", Segment: 3, Subpath: true},
		{Name: "b", Segment: 4, Function: "view", Argument: "to"},
		{Name: "a", Segment: 4, Function: "view", Argument: "from", Quoted: true, Cast: "lib.day"},
		{Name: "r", Segment: 5, Function: "rows"},
	}
	if diff := cmp.Diff(want, p.Params()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"id", "name"}, p.Params()[0].Names()); diff != "" {
		t.Error(diff)
	}
}

func TestShape(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"/books/{id}", "books/{isbn | id}/", true},
		{"/Books/{id}/Pages", "/books/{x}/pages", true},
		{"/f(a='{x}',b={y})", "/f(B='{q}',A='{p}')", true},
		{"/books('{id}')/x", "/books/{id}/x", true},
		{"/recent()", "/recent", true},
		{"/top:/{a}:/x", "/top:/{b}:/x", true},
		{"/f(a='{x}')", "/f(b='{x}')", false},
		{"/books/{id}", "/books/recent", false},
	} {
		a, _ := ParsePath(tt.a)
		b, _ := ParsePath(tt.b)
		if (a.Shape() == b.Shape()) != tt.same {
			t.Errorf("%q has shape %q, %q has %q", tt.a, a.Shape(), tt.b, b.Shape())
		}
	}
}

func FuzzParsePath(f *testing.F) {
	for _, s := range []string{
		"/books/{id | isbn}/pages", "~/a/(b-c)/<d>/", "f(a='{x}',b=lib.z'{y}'", "/top:/{p}:/..//$", "{}<>(",
	} {
		f.Add(s)
	}
	files, err := fs.Glob(specs.FS, "api-reference/*/api/*.md")
	if err != nil || len(files) == 0 {
		f.Fatal("no bundled pages", err)
	}
	for _, file := range files {
		src, err := fs.ReadFile(specs.FS, file)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(src)) {
			if method, path, ok := strings.Cut(strings.TrimSpace(line), " /"); ok && method == strings.ToUpper(method) {
				f.Add("/" + path)
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, faults := ParsePath(text)
		if p.String() != text {
			t.Fatalf("String of %q = %q", text, p)
		}
		again, _ := ParsePath(p.String())
		if diff := cmp.Diff(p, again); diff != "" {
			t.Fatalf("%q read twice: %s", text, diff)
		}
		at := 0
		for _, fault := range faults {
			if fault.Text != text[fault.Start:fault.End] || fault.Kind.String() == "" {
				t.Fatalf("%q: bad fault %v", text, fault)
			}
			at = max(at, fault.End)
		}
		n := 0
		for _, s := range p.Segments {
			s.Kind()
			n += s.params()
		}
		if len(p.Params()) != n {
			t.Fatalf("%q: %d parameters listed of %d", text, len(p.Params()), n)
		}
		p.Shape()
	})
}
