package ir

import "testing"

func TestBelowBase(t *testing.T) {
	route := func(base, path string) Route {
		p, _ := ParsePath(path)
		return Route{Method: "GET", Base: base, Path: p}
	}
	books, versioned := route("", "/books/{id}"), route("", "/v2/books/{id}")
	word, placeholder := route("libraryPrefix", "/libraries({id})/books"), route("{siteUrl}", "/_api/books")
	for _, tt := range []struct {
		route           Route
		url             string
		base, path, qry string
	}{
		{books, "https://h.com/v1.0/books/7?x=1", "https://h.com/v1.0", "/books/7", "x=1"},
		{books, "https://h.com/books/7", "https://h.com", "/books/7", ""},
		{books, "/books/7", "", "/books/7", ""},
		{books, "v1.0/books/7", "v1.0", "/books/7", ""},
		{books, "https://h.com/api/books/7", "https://h.com", "/api/books/7", ""},
		{books, "https://{host}/api/v3/books/7", "https://{host}/api/v3", "/books/7", ""},
		{books, "https://{host}/books/books/7", "https://{host}/books", "/books/7", ""},
		{books, "https://{host}/api/books/7/pages", "https://{host}/api", "/books/7/pages", ""},
		{books, "https://{host}/api/shelves/7", "https://{host}", "/api/shelves/7", ""},
		{books, "https://h.com/{version}/books/7", "https://h.com/{version}", "/books/7", ""},
		{versioned, "https://h.com/v2/books/7", "https://h.com", "/v2/books/7", ""},
		{versioned, "https://h.com/v2/shelves/7", "https://h.com", "/v2/shelves/7", ""},
		{versioned, "https://h.com/v3/books/7", "https://h.com/v3", "/books/7", ""},
		{versioned, "/v2/books/7?a={b?}", "", "/v2/books/7", "a={b?}"},
		{word, "https://{libraryPrefix}/api/v2.0/libraries({id})/books", "https://{libraryPrefix}/api/v2.0", "/libraries({id})/books", ""},
		{word, "https://h.com/v2.0/north/api/v1.0/libraries(7)/books?$top=1", "https://h.com/v2.0/north/api/v1.0", "/libraries(7)/books", "$top=1"},
		{word, "libraryPrefix/libraries(7)/books", "libraryPrefix", "/libraries(7)/books", ""},
		{placeholder, "https://h.com/sites/a/_api/books", "https://h.com/sites/a", "/_api/books", ""},
		{placeholder, "{siteUrl}/_api/books", "{siteUrl}", "/_api/books", ""},
	} {
		op := &Operation{Routes: []Route{tt.route}}
		base, path, query := op.BelowBase(tt.url)
		if base != tt.base || path != tt.path || query != tt.qry {
			t.Errorf("%s below %s %s: %q %q %q; want %q %q %q", tt.url, tt.route.Base, tt.route.Path, base, path, query, tt.base, tt.path, tt.qry)
		}
	}
}

func TestWithoutOptional(t *testing.T) {
	op := &Operation{Params: []Param{{Name: "unit", In: InPath, Optional: true}, {Name: "x", In: InQuery, Optional: true}}}
	for _, tt := range []struct{ path, want string }{
		{"/f(period='{period}',Unit='it''s')", "/f(period='{period}')"},
		{"/f(unit={unit})/g", "/f()/g"},
		{"/f(x={x})", ""},
		{"/f/{unit}", ""},
	} {
		p, _ := ParsePath(tt.path)
		short, ok := op.WithoutOptional(p)
		if ok != (tt.want != "") || ok && short.String() != tt.want {
			t.Errorf("%s without optional arguments = %s, %v; want %s", tt.path, short, ok, tt.want)
		}
	}
}

func TestFunctionSegment(t *testing.T) {
	for _, text := range []string{"f()", "f(a={b},c='{d}')", "books('it''s')", "f(k=lib.day'{x}-{y}',n=2)", "f({a},{b})"} {
		p, _ := ParsePath("/" + text)
		f, ok := p.Segments[0].Function()
		if got := f.Segment().String(); !ok || got != text {
			t.Errorf("the segment of %s is %s", text, got)
		}
	}
}
