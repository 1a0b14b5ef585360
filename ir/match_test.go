package ir

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestMatchGood(t *testing.T) {
	for _, tt := range []struct {
		template, path string
		want           []string
	}{
		{"/books", "/books", nil},
		{"/books/{id}", "/Books/7", []string{"7"}},
		{"books/{id}/", "/books/7", []string{"7"}},
		{"/books/{id}", "books/7/", []string{"7"}},
		{"/books/{id}", "/books/a%2Fb%20c", []string{"a/b c"}},
		{"/books/{id}", "/books/100%", []string{"100%"}},
		{"/books/{id}", "/books/{book-id}", []string{"{book-id}"}},
		{"/books/{id}", "/books/{id | shelf/number}", []string{"{id | shelf/number}"}},
		{"/books/{id}/$value", "/books/<id>/$value", []string{"<id>"}},
		{"/books/{id}/pages/{id}", "/books/a/pages/b", []string{"a", "b"}},
		{"/f(a='{x}',b={y})", "/f(b='2',a=1)", []string{"1", "2"}},
		{"/f(a={x})", "/f(a='it''s')", []string{"it's"}},
		{"/f(a={x})", "/f(a=%27it%27%27s%27)", []string{"it's"}},
		{"/f(a='{x}')", "/f%28a='v'%29", []string{"v"}},
		{"/f(a='{x}')", "/f(a='x/y')", []string{"x/y"}},
		{"/f(n=640)/x", "/f(n=640)/x", nil},
		{"/f(k=lib.zone'{z}')", "/f(k=lib.zone'north')", []string{"north"}},
		{"/books/{id}/x", "/books('7')/x", []string{"7"}},
		{"/books('{id}')/x", "/books/7/x", []string{"7"}},
		{"/books('{id}')/x", "/books('7')/x", []string{"7"}},
		{"/cells(<at>)", "/cells(at='B2')", []string{"B2"}},
		{"/recent()", "/recent", nil},
		{"/recent", "/recent()", nil},
		{"/lib.catalog.recent()", "/lib.catalog.recent()", nil},
		{"/top:/{path}:/list", "/top:/a/b%20c/d:/list", []string{"a/b c/d"}},
		{"/top:/{path}:/list", "/top:/{path}:/list", []string{"{path}"}},
		{"/top:/{path}", "/top:/a/b", []string{"a/b"}},
		{"/i/{id}:/{name}:/content", "/i/7:/n.txt:/content", []string{"7", "n.txt"}},
		{"/top:/{path}/{name}:/content", "/top:/a/b/n.txt:/content", []string{"a/b", "n.txt"}},
		{"/a/{id}/.../b/{id}", "/a/1/x/y/b/2", []string{"1", "2"}},
		{"/a/{id}/.../b/{id}", "/a/1/b/2", []string{"1", "2"}},
		{"/a/.../b/.../b", "/a/b/b/x/b", nil},
		{"/tags/tagKey={key}", "/tags/TAGKEY=k", []string{"k"}},
		{"/x/{a}-to-{b}-end", "/x/1-TO-2-end", []string{"1", "2"}},
	} {
		p, _ := ParsePath(tt.template)
		args, ok := p.Match(tt.path)
		if !ok || strings.Join(args, "|") != strings.Join(tt.want, "|") {
			t.Errorf("%q of %q: %v %q; want %q", tt.path, tt.template, ok, args, tt.want)
		}
	}
}

func TestMatchBad(t *testing.T) {
	for _, tt := range []struct{ template, path string }{
		{"/books", "/book"},
		{"/books/{id}", "/books"},
		{"/books/{id}", "/books/1/2"},
		{"/books/{id}", "/books/$count"},
		{"/books/{id}/x", "/books//x"},
		{"/books/recent", "/books/{id}"},
		{"/f(a={x})", "/f(b=1)"},
		{"/f(a={x})", "/f(a=1,b=2)"},
		{"/f(a={x},b={y})", "/f(a=1,a=2)"},
		{"/f(a={x})", "/f/1"},
		{"/f(n=640)", "/f(n=320)"},
		{"/f(a='{x}')", "/f(a='')"},
		{"/books/{id}/x", "/authors('7')/x"},
		{"/top:/{path}:/list", "/top:/a/b/list"},
		{"/top:/{path}:/list", "/top:/:/list"},
		{"/a/.../b", "/a/b/c"},
		{"/\u212aelvin", "/kelvin"},
		{"/me/x", "/users/1/x"},
		{"/users/{id}/x", "/me/x"},
	} {
		p, _ := ParsePath(tt.template)
		if args, ok := p.Match(tt.path); ok {
			t.Errorf("%q of %q: %q; want no match", tt.path, tt.template, args)
		}
	}
}

func TestMatchLoose(t *testing.T) {
	for _, tt := range []struct {
		template, path string
		want           []string
	}{
		{"/users/{id}/x", "/me/x", []string{"me"}},
		{"/me/x", "/users/7/x", nil},
		{"/users", "/users", nil},
		{"/f(n=640,m={x})", "/f(m=1,n=320)", []string{"1"}},
		{"/books/sum", "/books/sum(of='pages',by=2)", nil},
	} {
		p, _ := ParsePath(tt.template)
		args, ok := p.MatchLoose(tt.path)
		if !ok || strings.Join(args, "|") != strings.Join(tt.want, "|") {
			t.Errorf("%q of %q: %v %q; want %q", tt.path, tt.template, ok, args, tt.want)
		}
	}
}

func TestMatchRoute(t *testing.T) {
	op := &Operation{}
	for _, r := range [][3]string{
		{"GET", "/books/{id}", ""},
		{"GET", "/books/recent", ""},
		{"GET", "/books/{id}", "$filter={f}"},
		{"PATCH", "/books/{id}", ""},
	} {
		p, _ := ParsePath(r[1])
		op.Routes = append(op.Routes, Route{Method: r[0], Path: p, Query: r[2]})
	}
	for _, tt := range []struct {
		method, url string
		route       int
		args        []string
		ok          bool
	}{
		{"GET", "https://api.example.com/v1.0/books/7", 0, []string{"7"}, true},
		{"GET", "/books/recent", 1, []string{}, true},
		{"get", "books/7?$filter=x eq '1'", 2, []string{"7"}, true},
		{"PATCH", "https://api.example.com/beta/books/{id}", 3, []string{"{id}"}, true},
		{"DELETE", "/books/7", 0, nil, false},
		{"GET", "/authors", 0, nil, false},
	} {
		route, args, ok := op.MatchRoute(tt.method, tt.url)
		if diff := cmp.Diff(tt.args, args); route != tt.route || ok != tt.ok || diff != "" {
			t.Errorf("%s %s: route %d, %v\n%s", tt.method, tt.url, route, ok, diff)
		}
	}
}

func TestSplitURL(t *testing.T) {
	for _, tt := range []struct{ raw, host, version, path, query string }{
		{"https://api.example.com/v1.0/books?$top=1", "api.example.com", "v1.0", "/books", "$top=1"},
		{"HTTPS://api.example.com/V1.0/books", "api.example.com", "V1.0", "/books", ""},
		{"https://api.example.com/v1/books/{id | isbn}?a=b c", "api.example.com", "v1", "/books/{id | isbn}", "a=b c"},
		{"https://bot.example.com/callback", "bot.example.com", "", "/callback", ""},
		{"https://api.example.com", "api.example.com", "", "", ""},
		{"https://api.example.com/beta", "api.example.com", "beta", "", ""},
		{"api.example.com/beta/books", "api.example.com", "beta", "/books", ""},
		{"/beta/books", "", "beta", "/books", ""},
		{"v1.0/books", "", "v1.0", "/books", ""},
		{"/books/{what?}", "", "", "/books/{what?}", ""},
		{"me/books", "", "", "me/books", ""},
		{"lib.catalog/books", "", "", "lib.catalog/books", ""},
		{"/f(a='http://x/y')", "", "", "/f(a='http://x/y')", ""},
		{"/version/books", "", "", "/version/books", ""},
		{" /books?", "", "", "/books", ""},
		{"", "", "", "", ""},
	} {
		host, version, path, query := SplitURL(tt.raw)
		if host != tt.host || version != tt.version || path != tt.path || query != tt.query {
			t.Errorf("SplitURL(%q) = %q, %q, %q, %q", tt.raw, host, version, path, query)
		}
	}
}

// The text of a URL is from a page too, so matching must take linear time.
func TestMatchHostile(t *testing.T) {
	for _, tt := range []struct{ template, path string }{
		{"/a/...", "/" + strings.Repeat("a/", 100_000)},
		{strings.Repeat("/.../a", 100), strings.Repeat("/a", 100_000) + "/b"},
		{"/.../top:/{p}:/x", strings.Repeat("/top:/a", 50_000)},
		{"/{p}-{q}-{r}-end", "/" + strings.Repeat("-", 300_000)},
		{strings.Repeat("/{a}", 100_000), strings.Repeat("/a", 100_000)},
		{"/" + strings.Repeat("{a}-", 100_000), "/" + strings.Repeat("a-", 100_000)},
		{"/f(" + strings.Repeat("a={x},", 50_000) + ")", "/f(" + strings.Repeat("a=1,", 50_000) + ")"},
		{"/f", "/" + strings.Repeat("(", 300_000)},
	} {
		start := time.Now()
		p, _ := ParsePath(tt.template)
		p.Match(tt.path)
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%.30q of %.30q took %v", tt.path, tt.template, took)
		}
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("/books/{id}", "/books/7")
	f.Add("/f(a='{x}',b=lib.k'{y}')/c", "/f(b=1,a='it''s')/c")
	f.Add("/top:/{p}/{n}:/x", "/top:/a/b/c:/x")
	f.Add("/a/.../b('{k}')", "/a/x/y/b/1")
	f.Fuzz(func(t *testing.T, template, path string) {
		p, _ := ParsePath(template)
		for _, match := range []func(string) ([]string, bool){p.Match, p.MatchLoose} {
			if args, ok := match(path); ok && len(args) != len(p.Params()) {
				t.Fatalf("%q of %q: %d arguments for %d parameters", path, template, len(args), len(p.Params()))
			}
		}
		SplitURL(path)
	})
}

// TestURLPath checks that matching one template does not affect the next match.
func TestURLPath(t *testing.T) {
	templates := []string{"/books/{id}", "/books/f(a='{x}',b={y})", "/top:/{path}:/list", "/books/{id}/pages/{id}", "/.../list"}
	for _, path := range []string{"/books/f(a='1',b=2)", "/books('7')", "/top:/a/b:/list", "/books/a%2Fb", "/books/7/pages/8", ""} {
		url := NewURLPath(path)
		for _, template := range append(templates, templates...) {
			p, _ := ParsePath(template)
			want, wantOK := p.Match(path)
			got, ok := url.Match(p)
			if d := cmp.Diff(want, got); d != "" || ok != wantOK {
				t.Errorf("%q of %q: %v, want %v: %s", path, template, ok, wantOK, d)
			}
		}
	}
}
