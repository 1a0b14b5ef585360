package ir

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestIndexMergesPagesOfOneType(t *testing.T) {
	s := &Spec{Resources: []Resource{
		{Page: Page{Version: "v1.0"}, Name: "a.book", Properties: []Property{{Name: "id"}, {Name: "title", Doc: "first"}}},
		{Page: Page{Version: "v1.0"}, Name: "a.book", BaseType: "a.item", Properties: []Property{{Name: "title", Doc: "second"}, {Name: "isbn"}}},
		{Page: Page{Version: "beta"}, Name: "a.book"},
	}}
	r := NewIndex(s).Resource("v1.0", "a.book")
	want := []Property{{Name: "id"}, {Name: "title", Doc: "first"}, {Name: "isbn"}}
	if d := cmp.Diff(want, r.Properties); d != "" || r.BaseType != "a.item" {
		t.Errorf("base %q, properties:\n%s", r.BaseType, d)
	}
	if len(s.Resources[0].Properties) != 2 {
		t.Error("a page was changed by merging")
	}
}

func TestIndexKnowsOneRouteOfSeveralPages(t *testing.T) {
	path := func(s string) PathTemplate { p, _ := ParsePath(s); return p }
	s := &Spec{Operations: []Operation{
		{Page: Page{Version: "v1.0"}, Routes: []Route{{Method: "GET", Path: path("/books/{id}")}, {Method: "GET", Path: path("/books/{id}")}}},
		{Page: Page{Version: "v1.0"}, Routes: []Route{{Method: "GET", Path: path("/books/{book-id}")}}},
	}}
	key := RouteKey{"v1.0", "GET", path("/books/{x}").Shape()}
	if d := cmp.Diff([]int{0, 1}, NewIndex(s).Operations(key)); d != "" {
		t.Error(d)
	}
}
