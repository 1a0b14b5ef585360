package parser

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

func routes(rs []ir.Route) []string {
	var out []string
	for _, r := range rs {
		s := fmt.Sprintf("%d:%d %s %s", r.At.Start.Line, r.At.Start.Column, r.Method, r.Path)
		if r.Query != "" {
			s += " ? " + r.Query
		}
		out = append(out, s)
	}
	return out
}

func TestTemplates(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
		findings   []string
	}{
		{
			"several lines", "# Get\n## HTTP request\n<!-- { \"blockType\": \"ignored\" } -->\n``` http\nGET /books/{id}\n\nDELETE /shelves/{shelf-id}/books/{book-id}\n```\n",
			[]string{"5:1 GET /books/{id}", "7:1 DELETE /shelves/{shelf-id}/books/{book-id}"},
			nil,
		},
		{"in a list", "# Get\n## HTTP Request\n- one:\n  <!-- { \"blockType\": \"ignored\" } -->\n\n  ```http\n  GET /books\n  ```\n", []string{"7:3 GET /books"}, nil},
		{
			"absolute, with a query", "# Get\n## HTTP request\n```http\nGET https://api.example.com/v1.0/books?$top={n} HTTP/1.1\nGET https://api.example.com/beta\n```\n",
			[]string{"4:1 GET /books ? $top={n}", "5:1 GET /"},
			nil,
		},
		{
			"headers, or, relative", "# Get\n## HTTP request\n```\nPOST ~/shelves/close\nor\nPOST shelves/close\nsession-id: {id}\n```\n",
			[]string{"4:1 POST ~/shelves/close", "6:1 POST shelves/close"},
			nil,
		},
		{"in the info string", "# Get\n## HTTP request\n```http GET /books\n```\n", []string{"3:9 GET /books"}, nil},
		{
			"faults", "# Get\n## HTTP request\n```http\nDELETE/books/{id}\nGET /books(id='{id}'\nlist the books\nGET ** Entity URI for x not found\nGET\n```\n",
			[]string{"4:1 DELETE /books/{id}", "5:1 GET /books(id='{id}'"},
			[]string{"template-unparseable 4:1", "template-unbalanced 5:11", "template-unparseable 6:1", "generator-error-leaked 7:1", "template-unparseable 8:1"},
		},
		{
			"code next to the templates", "# Get\n## HTTP request\n```http\nGET /books/{token}\n```\n### The token\n```csharp\nvar token = Encode(name);\n```\n```text\nnot a call\n```\n",
			[]string{"4:1 GET /books/{token}"},
			nil,
		},
		{"no section", "# Get\n## Permissions\n```http\nGET /books\n```\n## The root\n```http\nGET /books/root\n```\n", []string{"4:1 GET /books", "8:1 GET /books/root"}, nil},
		{
			"a remark outside the section", "# Get\n## HTTP request\n```http\nGET /books\n```\n## Remarks\n```http\nGET /shelves\n```\n",
			[]string{"4:1 GET /books"},
			[]string{"example-unpaired 8:1"},
		},
		{
			"below another heading", "# Get\n## A user's books\n### HTTP request\n```http\nGET /me/books\n```\n## Anyone's\n### HTTP request\n```http\nGET /users/{id}/books\n```\n",
			[]string{"5:1 GET /me/books", "10:1 GET /users/{id}/books"},
			nil,
		},
		{
			"CRLF and byte order mark", "\ufeff---\r\ntitle: x\r\n---\r\n# Get\r\n## HTTP request\r\n```http\r\nGET /books\r\nGET /größe/{id\r\n```\r\n",
			[]string{"7:1 GET /books", "8:1 GET /größe/{id"},
			[]string{"template-unbalanced 8:12"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			op, res := operation(t, tt.page)
			if d := cmp.Diff(tt.want, routes(op.Routes)); d != "" {
				t.Errorf("routes (-want +got):\n%s", d)
			}
			checkFindings(t, res, tt.findings...)
		})
	}
}

func TestTemplateHeaderIsParam(t *testing.T) {
	op, _ := operation(t, "# Close\n## HTTP request\n```http\nPOST /shelves/close\nsession-id: {id}\n```\n")
	if len(op.Params) != 1 || op.Params[0].Name != "session-id" || op.Params[0].In != ir.InHeader {
		t.Errorf("%+v", op.Params)
	}
}

func TestPageWithoutRoute(t *testing.T) {
	_, res := operation(t, "# Get\n## HTTP request\nSee above.\n")
	found := false
	for _, d := range res.Diagnostics {
		found = found || d.Code == diag.SectionMissing && d.At.Start.Line == 2
	}
	if !found {
		t.Errorf("no finding:\n%s", messages(res.Diagnostics))
	}
}

func TestSplitBase(t *testing.T) {
	for _, tt := range []struct{ url, base, path string }{
		{"/books", "", "/books"},
		{"books/{id}", "", "books/{id}"},
		{"{id}books", "", "{id}books"},
		{"{baseUrl}/books", "{baseUrl}", "/books"},
		{"{{baseUrl}}/books", "{{baseUrl}}", "/books"},
		{"${baseUrl}/books", "${baseUrl}", "/books"},
		{"<site>/books", "<site>", "/books"},
		{"https://h.com/v1.0/books", "https://h.com/v1.0", "/books"},
		{"https://h.com/books/v1", "https://h.com", "/books/v1"},
		{"https://{host/name}/beta/books", "https://{host/name}/beta", "/books"},
		{"https://h.com", "https://h.com", ""},
		{"{uploadUrl}", "{uploadUrl}", ""},
		{"https://<upload URL>", "https://<upload URL>", ""},
	} {
		base, path := splitBase(tt.url)
		if base != tt.base || path != tt.path {
			t.Errorf("splitBase(%q) = %q, %q; want %q, %q", tt.url, base, path, tt.base, tt.path)
		}
	}
	for base, want := range map[string]bool{"{uploadUrl}": true, "https://<upload URL>": true, "https://h.com": false, "https://{tenant}.h.com": false} {
		if isAddress(base) != want {
			t.Errorf("isAddress(%q) = %v", base, !want)
		}
	}
}
