package lint

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/validate"
)

// TestBodyPlace compares the places of all values of JSON bodies with the page: in
// lists, in quotes, after tabs, with CRLF, and with JSON that needs repair.
func TestBodyPlace(t *testing.T) {
	const message = "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  \"a\": [1, \"ü\"],\n\n  \"ключ\": {\n    \"b\": \"x\"\n  }\n}\n"
	for _, tt := range []struct{ name, before, margin string }{
		{"plain", "", ""},
		{"list", "1. Call it:\n\n", "   "},
		{"quote", "", "> "},
		{"quote in a list", "- a\n\n", "  > "},
		{"tab", "- a\n\n", "\t"},
	} {
		for _, eol := range []string{"\n", "\r\n"} {
			for _, text := range []string{message, strings.Replace(message, "],", "]", 1)} {
				body := "```http\nGET https://graph.microsoft.com/v1.0/users\n```\n\n```http\n" + text + "```\n"
				src := "# List users\n\n## HTTP request\n\n```http\nGET /users\n```\n\n## Example\n\n" + tt.before + indent(body, tt.margin)
				n := checkPlaces(t, tt.name, strings.ReplaceAll(src, "\n", eol))
				if n < 6 {
					t.Errorf("%s, %q: only %d values", tt.name, eol, n)
				}
			}
		}
	}
}

func indent(text, margin string) string {
	return margin + strings.TrimSuffix(strings.ReplaceAll(text, "\n", "\n"+margin), margin)
}

func checkPlaces(t *testing.T, name, src string) (checked int) {
	t.Helper()
	res, err := parser.Load(fstest.MapFS{"api-reference/v1.0/api/user-list.md": {Data: []byte(src)}}, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range res.Spec.Operations {
		for _, ex := range res.Spec.Operations[i].Examples {
			if ex.Response != nil {
				checked += checkBody(t, name, src, &ex.Response.Message)
			}
		}
	}
	return checked
}

func checkBody(t *testing.T, name, src string, m *ir.Message) (checked int) {
	t.Helper()
	b, ok := ReadBody(m)
	if !ok {
		t.Fatalf("%s: the body %q is not read", name, m.Body)
	}
	check := func(start, end int) {
		checked++
		at := b.Place(start, end)
		got := strings.ReplaceAll(src[at.Start.Offset:at.End.Offset], "\r", "")
		want := string(m.Body[b.inBody(start):b.inBody(end)])
		if !strings.Contains(want, "\n") && got != want {
			t.Errorf("%s: %q is at %q", name, want, got)
		}
		for _, p := range []struct{ offset, line, column int }{
			{at.Start.Offset, at.Start.Line, at.Start.Column},
			{at.End.Offset, at.End.Line, at.End.Column},
		} {
			before := src[:p.offset]
			line := strings.Count(before, "\n") + 1
			column := len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
			if line != p.line || column != p.column {
				t.Errorf("%s: %q: offset %d is at %d:%d, want %d:%d", name, want, p.offset, p.line, p.column, line, column)
			}
		}
	}
	var visit func(v *validate.Value)
	visit = func(v *validate.Value) {
		check(v.Start, v.End)
		for i := range v.Values {
			if v.Kind == validate.Object {
				check(v.Values[i].NameStart, v.Values[i].NameEnd)
			}
			visit(&v.Values[i])
		}
	}
	visit(&b.Root)
	visit(&b.Root) // counts from the start again
	return checked
}
