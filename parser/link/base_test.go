package link

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
)

// apiPage makes a page from its calls and examples, each "METHOD URL".
func apiPage(version string, calls, examples []string) ir.Operation {
	op := ir.Operation{Page: ir.Page{Version: version}}
	for _, c := range calls {
		method, text, _ := strings.Cut(c, " ")
		base, path, ok := strings.Cut(text, "|") // the parser cuts hosts and placeholders
		if !ok {
			base, path = "", text
		}
		r := ir.Route{Method: method, Base: base}
		r.Path, _ = ir.ParsePath(path)
		op.Routes = append(op.Routes, r)
	}
	for _, e := range examples {
		method, url, _ := strings.Cut(e, " ")
		op.Examples = append(op.Examples, ir.Example{Request: &ir.Request{Method: method, URL: url}})
	}
	return op
}

func TestBases(t *testing.T) {
	list := func(s ...string) []string { return s }
	for _, tt := range []struct {
		name       string
		pages      []ir.Operation
		configured []string
		want       []string // of all routes: base and path
		found      int      // pages with a finding
	}{
		{
			name: "the host of an example",
			pages: []ir.Operation{
				apiPage("", list("GET office/books"), list("GET https://{office}/api/books")),
				apiPage("", list("GET office/shelves"), nil),
				apiPage("", list("GET me/shelves"), nil),
			},
			want: list("office /books", "office /shelves", " me/shelves"), found: 2,
		},
		{
			name:  "the name of the word",
			pages: []ir.Operation{apiPage("", list("GET servicePrefix/books"), nil), apiPage("", list("GET servicePrefix/shelves", "GET /rooms"), nil)},
			want:  list("servicePrefix /books", "servicePrefix /shelves", " /rooms"), found: 2,
		},
		{
			name:  "an example without the word",
			pages: []ir.Operation{apiPage("", list("GET library/books/{id}"), list("GET https://h.com/v1/books/7"))},
			want:  list("library /books/{id}"), found: 1,
		},
		{
			name:  "a word in an example",
			pages: []ir.Operation{apiPage("", list("GET me/books/{id}"), list("GET https://h.com/v1/me/books/7"))},
			want:  list(" me/books/{id}"),
		},
		{
			name:  "a word in another path",
			pages: []ir.Operation{apiPage("", list("GET apiRoot/books"), nil), apiPage("", list("GET /apiRoot/shelves"), nil)},
			want:  list(" apiRoot/books", " /apiRoot/shelves"),
		},
		{
			name:  "several words",
			pages: []ir.Operation{apiPage("", list("GET firstUrl/books"), nil), apiPage("", list("GET secondUrl/books"), nil)},
			want:  list(" firstUrl/books", " secondUrl/books"),
		},
		{
			name: "several hosts in the order of the words",
			pages: []ir.Operation{
				apiPage("", list("GET south/books"), list("GET https://{south}/books")),
				apiPage("", list("GET north/rooms"), list("GET https://{north}/rooms")),
				apiPage("", list("GET https://h.com|/v1south/v1north/x"), nil),
			},
			want: list("south /books", "north /rooms", "https://h.com/v1south /v1north/x"), found: 2,
		},
		{
			name:       "configured",
			pages:      []ir.Operation{apiPage("", list("GET north/books", "GET https://h.com|/v1north/rooms", "GET {north}|/x"), nil)},
			configured: list("north"),
			want:       list("north /books", "https://h.com/v1north /rooms", "{north} /x"),
		},
		{
			name: "the path of the base URL in a template",
			pages: []ir.Operation{
				apiPage("", list("GET {site}|/books/{id}"), list("GET https://h.com/api/v2/books/7")),
				apiPage("", list("GET {site}|/rooms"), nil),
				apiPage("", list("GET {site}|/api/v2/shelves"), nil),
			},
			want: list("{site} /books/{id}", "{site} /rooms", "{site}/api/v2 /shelves"), found: 3,
		},
		{
			name:  "versions in most paths",
			pages: []ir.Operation{apiPage("", list("GET /v1/books", "GET /v1/rooms", "GET /health"), nil), apiPage("", list("GET https://h.com/v1|/shelves"), nil)},
			want:  list(" /v1/books", " /v1/rooms", " /health", "https://h.com /v1/shelves"),
		},
		{
			name:  "a version in few paths of versioned pages",
			pages: []ir.Operation{apiPage("v1", list("GET /v1/books", "GET /rooms", "GET /shelves"), nil)},
			want:  list("/v1 /books", " /rooms", " /shelves"),
		},
		{
			name:  "only a word for a URL",
			pages: []ir.Operation{apiPage("", list("PUT uploadUrl", "GET books"), nil)},
			want:  list("uploadUrl ", " books"),
		},
		{
			name:  "one version after hosts",
			pages: []ir.Operation{apiPage("", list("GET https://h.com/v1|/shelves"), nil)},
			want:  list("https://h.com/v1 /shelves"),
		},
		{
			name:  "several versions after hosts",
			pages: []ir.Operation{apiPage("", list("GET https://h.com/v1|/shelves", "GET https://h.com/beta|/shelves"), nil)},
			want:  list("https://h.com /v1/shelves", "https://h.com /beta/shelves"),
		},
	} {
		spec := &ir.Spec{Operations: tt.pages}
		found := Spec(spec, tt.configured)
		var got []string
		for _, op := range spec.Operations {
			for _, r := range op.Routes {
				got = append(got, r.Base+" "+r.Path.String())
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || len(found) != tt.found {
			t.Errorf("%s: %d findings, want %d\n%s", tt.name, len(found), tt.found, diff)
		}
	}
}

func TestPlaceholders(t *testing.T) {
	for _, tt := range []struct{ path, example, want string }{
		{"/books('id')", "", "/books('{id}')"},
		{"/books(bookId)/notes('note-id')", "", "/books({bookId})/notes('{note-id}')"},
		{"/books('Emma')", "", "/books('Emma')"},
		{"/books('Emma')", "/books('Emma')", "/books('Emma')"},
		{"/books('Emma')/notes(7)", "/books('Persuasion')/notes(7)", "/books('{Emma}')/notes(7)"},
		{"/books('Emma')", "/rooms('Emma')", "/books('Emma')"},
		{"/view(from=from-value, to='to')", "", "/view(from={from-value}, to='{to}')"},
		{"/view(kind='all',n=2)", "", "/view(kind='all',n=2)"},
		{"/view(from='2017-01-01',to='2017-01-02')", "/view(from='2017-01-01',to='2018')", "/view(from='{2017-01-01}',to='{2017-01-02}')"},
		{"/books/id/notes", "/books/7/notes", "/books/{id}/notes"},
		{"/books/id/notes", "", "/books/id/notes"},
		{"/id/notes", "/7/notes", "/id/notes"},
		{"/books(guid'book-id')", "", "/books(guid'{book-id}')"},
		{"/pairs(a-id,{b},c-id)", "", "/pairs({a-id},{b},{c-id})"},
	} {
		var examples []string
		if tt.example != "" {
			examples = []string{"GET " + tt.example}
		}
		op := apiPage("", []string{"GET " + tt.path}, examples)
		placeholders(&op)
		var got ir.PathTemplate
		for _, s := range op.Routes[0].Path.Segments {
			var parts []ir.Part
			for _, p := range s.Parts {
				p.Form = ir.Braces
				parts = append(parts, p)
			}
			got.Segments = append(got.Segments, ir.Segment{Parts: parts})
		}
		got.Prefix = "/"
		if got.String() != tt.want {
			t.Errorf("%s with %q: %s; want %s", tt.path, tt.example, got, tt.want)
		}
		if op.Routes[0].Path.String() != tt.path {
			t.Errorf("%s is written as %s", tt.path, op.Routes[0].Path)
		}
	}
}
