package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

func examples(es []ir.Example) []string {
	var out []string
	for _, e := range es {
		s := e.Name
		if e.Request != nil {
			s += fmt.Sprintf(" %d %s %s %s", e.Request.At.Start.Line, e.Request.Method, e.Request.URL, e.Request.Kind)
		}
		if r := e.Response; r != nil {
			s += fmt.Sprintf(" -> %d %d %s %s", r.At.Start.Line, r.Status, r.Reason, r.Kind)
			if r.Type.Name != "" {
				s += " " + r.Type.Name
			}
			if r.Type.Collection {
				s += "[]"
			}
			if r.Truncated {
				s += " truncated"
			}
		}
		out = append(out, s)
	}
	return out
}

func TestExamples(t *testing.T) {
	const req = "```http\nGET https://h/v1.0/books\n```\n"
	const res = "```http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"value\":[]}\n```\n"
	tests := []struct {
		name, page string
		want       []string
		findings   []string
	}{
		{
			"annotated", "# Get\n## Example\n### Request\n<!-- {\n  \"blockType\": \"request\",\n  \"name\": \"get_books\"\n} -->\n" + req +
				"### Response\n<!-- { \"blockType\": \"response\", \"truncated\": true, \"@odata.type\": \"a.book\" } -->\n" + res,
			[]string{"get_books 9 GET https://h/v1.0/books none -> 14 200 OK json a.book[] truncated"},
			nil,
		},
		{
			"not annotated", "# Get\n## Example\n### Request\n" + req + "### Response\n" + res,
			[]string{" 5 GET https://h/v1.0/books none -> 9 200 OK json[]"},
			nil,
		},
		{
			"tabs", "# Get\n## Examples\n#### Request\n# [HTTP](#tab/http)\n<!-- { \"blockType\": \"request\", \"name\": \"x\" } -->\n" + req +
				"# [C#](#tab/csharp)\n```csharp\nGET /not/this\n```\n---\n#### Response\n" + res,
			[]string{"x 7 GET https://h/v1.0/books none -> 16 200 OK json[]"},
			nil,
		},
		{
			"two answers", "# Get\n## Example\n### Request\n" + req + "### Response\n```http\nHTTP/1.1 302 Found\nLocation: https://h/x\n```\nand then\n```http\nHTTP/1.1 200 OK\nContent-Type: text/plain\n\nA,B\n```\n",
			[]string{" 5 GET https://h/v1.0/books none -> 9 302 Found none", " -> 14 200 OK text"},
			nil,
		},
		{
			"one answer to two requests", "# Get\n## Example\n<!-- {\"blockType\":\"request\",\"name\":\"a\"} -->\n" + req + "<!-- {\"blockType\":\"request\",\"name\":\"b\"} -->\n" + req +
				"<!-- {\"blockType\":\"response\",\"name\":[\"a\",\"b\"]} -->\n" + res,
			[]string{"a 5 GET https://h/v1.0/books none -> 13 200 OK json[]", "b 9 GET https://h/v1.0/books none -> 13 200 OK json[]"},
			nil,
		},
		{
			"template as request", "# Get\n## HTTP request\n<!-- {\"blockType\":\"request\",\"name\":\"a\"} -->\n```http\nGET /books\n```\n## HTTP response\n" + res,
			[]string{"a 5 GET /books none -> 9 200 OK json[]"},
			nil,
		},
		{
			"response without status line", "# Get\n## Example\n**Request**\n" + req + "**Response**\n\n```json\n{\"id\": 1}\n```\n",
			[]string{" 5 GET https://h/v1.0/books none -> 10 0  json"},
			[]string{"status-line-malformed 10:1"},
		},
		{
			"comment before the heading", "# Get\n## Example\n<!-- {\"blockType\":\"request\",\"name\":\"a\"} -->\n##### Request\n" + req,
			[]string{"a 6 GET https://h/v1.0/books none"},
			nil,
		},
		{
			"comment before the heading of the templates", "# Get\n<!-- {\"blockType\":\"request\",\"name\":\"a\"} -->\n## HTTP request\n```http\nGET /books\n```\n## Example\n" + req,
			[]string{" 9 GET https://h/v1.0/books none"},
			[]string{"annotation-orphaned 2:1"},
		},
		{
			"comment says the other", "# Get\n## Example\n<!-- {\"blockType\":\"response\"} -->\n" + req,
			[]string{" 5 GET https://h/v1.0/books none"},
			[]string{"annotation-block-type-mismatch 3:1"},
		},
		{
			"broken JSON", "# Get\n## Example\n" + req + "```http\nHTTP/1.1 200 OK\n\n{\n  \"id\": \"a\",\n}\n```\n",
			[]string{" 4 GET https://h/v1.0/books none -> 7 200 OK jsonInvalid"},
			[]string{"json-invalid 10:12"},
		},
		{
			"broken comment", "# Get\n## Example\n<!-- {\n\"blockType\": \"request\",\n\"name\": \"a\",\n} -->\n" + req,
			[]string{"a 8 GET https://h/v1.0/books none"},
			[]string{"annotation-invalid-json 5:12"},
		},
		{"comment that nothing follows", "# Get\n## Example\n<!-- {\"blockType\":\"request\"} -->\n", nil, []string{"annotation-orphaned 3:1"}},
		{
			"a comment before permissions", "# Get\n## Permissions\n<!-- {\"blockType\":\"ignored\"} -->\nSee above.\n## Example\n<!-- {\"blockType\":\"ignored\"} -->\n", nil,
			[]string{"annotation-orphaned 6:1"},
		},
		{"commented out", "# Get\n<!--\n## Example\n" + req + "-->\n", nil, nil},
		{
			"a collection with a mistake in its JSON", "# Get\n## Example\n" + req + "```http\nHTTP/1.1 200 OK\n\n{\"value\": [\n{\"a\": 1 \"b\": 2},\n]}\n```\n",
			[]string{" 4 GET https://h/v1.0/books none -> 7 200 OK jsonInvalid[]"},
			[]string{"json-invalid 10:7"},
		},
		{
			"a fence around the body", "# Add\n## Example\n```http\nPOST https://h/v1.0/books\nContent-Type: application/json\n\n```json\n{\"id\": 1}\n```\n",
			[]string{" 4 POST https://h/v1.0/books json"},
			[]string{"http-header-malformed 7:1"},
		},
		{
			"bodies in blocks of their own", "# Add\n## Example\n### Request\n```http\nPOST https://h/v1.0/books\n```\n#### Request body\n```json\n{\"id\": 1}\n```\n" +
				"### Response\n```http\nHTTP/1.1 200 OK\nContent-Type: application/json\n```\n```json\n{\"value\": []}\n```\n",
			[]string{" 5 POST https://h/v1.0/books json -> 13 200 OK json[]"},
			[]string{"http-header-malformed 9:1", "http-header-malformed 17:1"},
		},
		{
			"a block that is no body", "# Get\n## Example\n### Request\n```json\n{\"id\": 0}\n```\n" + req + "```json\n{\"id\": 1}\n```\n### Response\n```http\nHTTP/1.1 204 No Content\n```\n```json\n{\"id\": 2}\n```\n",
			[]string{" 8 GET https://h/v1.0/books none -> 15 204 No Content none"},
			nil,
		},
		{
			"a call in prose with its answer", "# Get\n## HTTP request\n## When it fails\n<!-- {\"blockType\":\"ignored\",\"name\":\"a\"} -->\n```http\nPUT /books/1\nA: b\n```\n### Response\n```http\nHTTP/1.1 201 Created\n```\n",
			[]string{"a 6 PUT /books/1 none -> 11 201 Created none"},
			nil,
		},
		{
			"a call in prose", "# Get\n## HTTP request\n## Remarks\n```http\nPUT /books/1\nA: b\n```\n## Example\n" + req,
			[]string{" 10 GET https://h/v1.0/books none"},
			[]string{"example-unpaired 5:1"},
		},
		{
			"start lines in the info strings", "# Get\n## Example\n```http POST /books\nA: b\n\n{}\n```\n```http HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"value\":[]}\n```\n",
			[]string{" 3 POST /books json -> 8 200 OK json[]"},
			nil,
		},
		{"example in the info string", "# Get\n## Example\n```http GET /books\n```\n", []string{" 3 GET /books none"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			op, r := operation(t, "---\ndoc_type: apiPageType\n---\n"+tt.page)
			for i := range op.Examples {
				shift(&op.Examples[i])
			}
			if d := cmp.Diff(tt.want, examples(op.Examples)); d != "" {
				t.Errorf("examples (-want +got):\n%s", d)
			}
			for i := range r.Diagnostics {
				r.Diagnostics[i].At.Start.Line -= 3
			}
			checkFindings(t, r, tt.findings...)
		})
	}
}

// shift removes the three lines of the front matter from the positions of an
// example.
func shift(e *ir.Example) {
	if e.Request != nil {
		e.Request.At.Start.Line -= 3
	}
	if e.Response != nil {
		r := *e.Response
		r.At.Start.Line -= 3
		e.Response = &r
	}
}

// TestSameOnCRLF checks that findings in code are at the same lines and columns
// with either line end.
func TestSameOnCRLF(t *testing.T) {
	src := "---\ndoc_type: apiPageType\n---\n# Get\n## Example\n<!-- {\n\"blockType\": \"request\"\n\"name\": \"a\n b\"\n} -->\n" +
		"```http\nPOST https://h/books\nA: b\nwrong\nC: d\n{\n\"a\": 1\n\"b\": 2\n}\n```\n- x\n\n\t```http\n\tGET https://h/b\n\n\tHTTP/1.1 200 OK\n\n\t{\"a\":\n\t```\n"
	_, lf := operation(t, src)
	_, crlf := operation(t, "\ufeff"+strings.ReplaceAll(src, "\n", "\r\n"))
	places := func(ds []diag.Diagnostic) (out []string) {
		for _, d := range ds {
			out = append(out, fmt.Sprintf("%d:%d-%d:%d %s %s", d.At.Start.Line, d.At.Start.Column, d.At.End.Line, d.At.End.Column, d.Code, d.Message))
		}
		return out
	}
	if d := cmp.Diff(places(lf.Diagnostics), places(crlf.Diagnostics)); d != "" || len(lf.Diagnostics) < 7 {
		t.Errorf("%d findings (-LF +CRLF):\n%s", len(lf.Diagnostics), d)
	}
}

func TestMessagePlaces(t *testing.T) {
	src := "# Größe\r\n## Example\r\n- item\r\n\r\n  ```http\r\n  POST https://h/books\r\n  Prefer: größe\r\n\r\n  {\"a\": 1}\r\n  ```\r\n"
	op, _ := operation(t, "---\r\ndoc_type: apiPageType\r\n---\r\n"+src)
	src = "---\r\ndoc_type: apiPageType\r\n---\r\n" + src
	m := op.Examples[0].Request
	if got := at(src, m.Headers[0].At); got != "Prefer: größe" {
		t.Errorf("header at %q", got)
	}
	if got := at(src, m.BodyAt); got != `{"a": 1}` {
		t.Errorf("body at %q", got)
	}
	if p := m.BodyAt.Start; p.Line != 12 || p.Column != 3 {
		t.Errorf("body at %d:%d", p.Line, p.Column)
	}
	if string(m.Body) != `{"a": 1}` {
		t.Errorf("body %q", m.Body)
	}
}

// TestInfoString checks that no line is lost when the info string of a fence
// begins with a message, whatever follows in the block.
func TestInfoString(t *testing.T) {
	op, _ := operation(t, "# Get\n## HTTP request\n```http GET /books/{id}\nGET /shelves/{id}/books/{id}\n```\n## Example\n"+
		"```http POST https://h/v1.0/books\nContent-Type: application/json\n\n{}\n```\n```http get the books\nGET https://h/v1.0/books\n```\n")
	var routes []string
	for _, r := range op.Routes {
		routes = append(routes, fmt.Sprintf("%d:%d %s", r.At.Start.Line, r.At.Start.Column, r.Path))
	}
	if d := cmp.Diff([]string{"3:9 /books/{id}", "4:1 /shelves/{id}/books/{id}"}, routes); d != "" {
		t.Error(d)
	}
	want := []string{" 7 POST https://h/v1.0/books json", " 13 GET https://h/v1.0/books none"}
	if d := cmp.Diff(want, examples(op.Examples)); d != "" {
		t.Error(d)
	}
}

// TestFaultQuotes checks that a finding about blank lines quotes the line after
// them.
func TestFaultQuotes(t *testing.T) {
	_, res := operation(t, "# Get\n## Example\n```http\nPOST https://h/books\n\nContent-Type: application/json\n{}\n```\n")
	var got []string
	for _, d := range res.Diagnostics {
		if d.Code == diag.HTTPHeaderMalformed {
			got = append(got, d.Message)
		}
	}
	want := []string{
		`the HTTP example has an error at "Content-Type: application/json": remove the blank line before the headers`,
		`the HTTP example has an error at "{}": add a blank line before the body`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestDeclaredType checks that a response keeps the type of its annotation as
// written, in addition to the resolved type.
func TestDeclaredType(t *testing.T) {
	op, _ := operation(t, "# Get\n## Example\n<!-- {\"blockType\":\"response\",\"@odata.type\":\"Collection(string)\"} -->\n```http\nHTTP/1.1 200 OK\n```\n")
	if r := op.Examples[0].Response; r.Declared != "string" || r.Type != (ir.TypeRef{Name: "Edm.String", Collection: true}) {
		t.Errorf("%q, %v", r.Declared, r.Type)
	}
}

// TestLabels checks the labels above bodies that have no start line.
func TestLabels(t *testing.T) {
	const head = "# Add\n## HTTP request\n```http\nPOST /books/{id}\n```\n"
	const req = "```http\nPOST https://h/v1.0/books/1\n```\n"
	const body, answer = "```json\n{\"a\": 1}\n```\n", "```json\n{\"id\": 1}\n```\n"
	for _, tt := range []struct{ name, page string }{
		{"glued to a sentence", "## Example\n**Request**\n" + req + "**Request body**\nThis is sent.\n" + body + "**Response**\nHere is one.\n" + answer},
		{"a colon, other words", "## Example\nRequest:\n" + req + "**Sample request body**:\n" + body + "**Example response:** Here is one.\n" + answer},
		{"plain words", "## Example\nRequest\n" + req + "Request body\n" + body + "Response\n" + answer},
		{"in headings", "## Example request to add a book\n" + req + body + "## Response example\n" + answer},
		{"in headings of the page", "## Request\n" + req + "**Body**\n\n" + body + "## Response\n" + answer},
		{"in a sample", "## Sample\n" + req + "**Request body**\n" + body + "**Response**\n" + answer},
		{"in headings of one example", "## Example\n### Request example\n" + req + body + "### Sample response\n" + answer},
	} {
		t.Run(tt.name, func(t *testing.T) {
			op, _ := operation(t, head+tt.page)
			got := examples(op.Examples)
			if len(got) != 1 || !strings.Contains(got[0], "/1 json -> ") || !strings.HasSuffix(got[0], " 0  json") {
				t.Errorf("%q", got)
			}
		})
	}
	tests := []struct {
		name, page string
		want       []string
		findings   []string
	}{
		{
			"only the body of a request, a status", "## Example\n### Sample request\n" + body + "### Sample response\n**Status code:** 201\n" + answer,
			[]string{" 9 POST /books/{id} json -> 14 201  json"},
			[]string{"http-header-malformed 9:1"},
		},
		{
			"a status in the heading", "## Example\n### Request\n" + body + "### Response (202 Accepted)\n" + answer,
			[]string{" 9 POST /books/{id} json -> 13 202  json"},
			[]string{"http-header-malformed 9:1"},
		},
		{
			"a status in the label", "## Example\n" + req + "**Response: 201 Created**\n" + answer,
			[]string{" 8 POST https://h/v1.0/books/1 none -> 12 201  json"},
			nil,
		},
		{
			"text", "## Example\n### Request\n" + req + "### Response\n```text\na,b\n```\n```python\nsend()\n```\n",
			[]string{" 9 POST https://h/v1.0/books/1 none -> 13 0  text"},
			[]string{"status-line-malformed 13:1"},
		},
		{
			"a command as the request", "## Example\n### Request\n```bash\ncurl -X POST https://h/v1.0/books/1 -d '{\"a\": 1}'\n```\n### Response\n" + answer,
			[]string{" 9 POST https://h/v1.0/books/1 json -> 13 0  json"},
			[]string{"status-line-malformed 13:1"},
		},
		{
			"a command among the templates, with its output", "```bash\ncurl https://h/v1.0/books/1\n{\"a\": 1}\n```\n",
			nil,
			[]string{"example-unpaired 7:1"},
		},
		{
			"two commands for one response", "## Example\n```bash\ncurl -H 'A: b' https://h/v1.0/books/1\n```\n```bash\ncurl -H 'A: c' https://h/v1.0/books/1\n```\n### Response\n" + answer,
			[]string{" 8 GET https://h/v1.0/books/1 none -> 15 0  json", " 11 GET https://h/v1.0/books/1 none -> 15 0  json"},
			[]string{"status-line-malformed 15:1"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			op, res := operation(t, head+tt.page)
			if d := cmp.Diff(tt.want, examples(op.Examples)); d != "" {
				t.Error(d)
			}
			checkFindings(t, res, tt.findings...)
		})
	}
}

// TestBodyOfSeveralCalls checks that a body alone is not sent to a call that it
// may not belong to.
func TestBodyOfSeveralCalls(t *testing.T) {
	op, res := operation(t, "# Add\n## HTTP request\n```http\nPOST /books\nPUT /books/{id}\n```\n## Example\n### Request\n```json\n{}\n```\n")
	if len(op.Examples) != 0 {
		t.Errorf("%q", examples(op.Examples))
	}
	checkFindings(t, res, "example-unpaired 10:1")
}
