package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A page that shows a call documents it, if it is the documented call at another
// documented address. Calls that only look similar are left to lint.
func TestExampleRoutes(t *testing.T) {
	others := []any{
		operation("drive-get", "Get drive", "GET /me/drive/root", "GET /drives/{id}/root", "GET /me/drive/items/{item-id}"),
		operation("file-put", "Put file", "PUT /me/disk/root:/{item-path}"),
		operation("item-search", "Search", "GET /me/drive/root/search(q='{text}')"),
	}
	for _, tt := range []struct {
		name, template, url string
		want                []string // templates in addition to the documented one
	}{
		{"documented", "/me/drive/items/{id}/book/cells", "/me/drive/items/7/book/cells", nil},
		{"another address", "/me/drive/items/{id}/book/cells", "/me/drive/root/book/cells", []string{"/me/drive/root/book/cells"}},
		{"an address with a key", "/me/drive/root/book/cells/{id}", "/me/drive/items/7/book/cells/9", []string{"/me/drive/items/{item-id}/book/cells/{id}"}},
		{"a relative template", "/book/cells", "/drives/{drive-id}/root/book/cells", []string{"/drives/{id}/root/book/cells"}},
		{"an undocumented address", "/me/drive/items/{id}/book/cells", "/me/disc/root/book/cells", nil},
		{"a path that is closed", "/me/drive/items/{id}/cells", "/me/disk/root:/A/b.txt:/cells", []string{"/me/disk/root:/{item-path}:/cells"}},
		{"a path that is not closed", "/me/drive/items/{id}/cells", "/me/disk/root:/A/b.txt/cells", nil},
		{"a slash at the end", "/me/drive/items/{id}/cells/", "/me/drive/root/cells", []string{"/me/drive/root/cells/"}},
		{"a misspelled segment", "/me/drive/items/{id}/book/cells", "/me/drive/root/book/cell", nil},
		{"another page's call", "/me/drive/items/{id}/search(q='{text}')", "/me/drive/root/search(q='a')", nil},
		{"the signed-in user", "/users/{id}/book", "/me/book", []string{"/me/book"}},
		{"$count", "/books", "/books/$count", []string{"/books/$count"}},
		{"$value", "/books/{id}", "/books/7/$value", []string{"/books/{id}/$value"}},
		{"an ID that looks like a type", "/users/{id}/books/{id}", "/me/books/com.contoso.Book", []string{"/me/books/{id}"}},
	} {
		op := with(operation("cell-list", "List cells", "GET "+tt.template), calls("GET", tt.url, 200, "", ""))
		var got []string
		for _, s := range newPlan(append([]any{op}, others...)...).Package.Services {
			if s.Name != "Cell" {
				continue
			}
			for _, m := range s.Methods {
				for _, r := range m.Routes {
					if r.Template != tt.template {
						got = append(got, r.Template)
					}
				}
			}
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}
