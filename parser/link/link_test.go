package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
)

// library is a spec as the parser reads it, before linking.
func library() *ir.Spec {
	resource := func(file, name, base string, types ...string) ir.Resource {
		r := ir.Resource{Page: ir.Page{File: file, Version: "v1.0"}, Name: name, BaseType: base}
		for _, t := range types {
			r.Properties = append(r.Properties, ir.Property{Name: "p", Type: ir.TypeRef{Name: t}})
		}
		return r
	}
	item := resource("v1.0/resources/item.md", "lib.item", "")
	item.Enums = []ir.Enum{{Name: "tone"}}
	return &ir.Spec{
		Resources: []ir.Resource{
			resource("v1.0/resources/book.md", "Book", Name("thing", "item.md"), // no namespace on the page
				"Edm.String", "BOOK", Name("shelf", "core-shelf.md"), Name("this object", "item.md"), "tone", "unknown", "other.x"),
			resource("v1.0/resources/core-shelf.md", "lib.core.shelf", "item", Name("book", "../resources/book.md#values")),
			item,
		},
		Operations: []ir.Operation{{
			Page:      ir.Page{File: "v1.0/api/book-get.md", Version: "v1.0"},
			Body:      &ir.Body{Type: ir.TypeRef{Name: "book-paging"}},
			Responses: []ir.Response{{Status: 200, Type: ir.TypeRef{Name: Name("book", "../resources/book.md")}}},
			Links:     []string{"../resources/book.md", "book-list.md", "../resources/book.md#x", "/resources/item"},
		}},
	}
}

func TestSpec(t *testing.T) {
	s := library()
	Spec(s, nil)
	var got []string
	for _, r := range s.Resources {
		line := r.Name + " < " + r.BaseType + ":"
		for _, p := range r.Properties {
			line += " " + p.Type.Name
		}
		got = append(got, line)
	}
	want := []string{
		"lib.Book < lib.item: Edm.String lib.Book lib.core.shelf lib.item lib.tone lib.unknown other.x",
		"lib.core.shelf < lib.item: lib.Book",
		"lib.item < :",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("resources (-want +got):\n%s", d)
	}
	op := s.Operations[0]
	if op.Body.Type.Name != "" {
		t.Errorf("the body has the type %q; a link to another page is not a type", op.Body.Type.Name)
	}
	if got := op.Responses[0].Type.Name; got != "lib.Book" {
		t.Errorf("the response has the type %q; want lib.Book", got)
	}
	if d := cmp.Diff([]string{"lib.Book"}, op.Links); d != "" {
		t.Errorf("links (-want +got):\n%s", d)
	}
}

// TestAmbiguousName checks that a name in two namespaces is not guessed.
func TestAmbiguousName(t *testing.T) {
	page := func(file string) ir.Page { return ir.Page{File: file, Version: "v1.0"} }
	s := &ir.Spec{Resources: []ir.Resource{
		{Page: page("resources/a.md"), Name: "x.a", Properties: []ir.Property{{Type: ir.TypeRef{Name: "same"}}}},
		{Page: page("resources/b.md"), Name: "x.b"},
		{Page: page("resources/y-same.md"), Name: "y.same"},
		{Page: page("resources/z-same.md"), Name: "z.same"},
	}}
	Spec(s, nil)
	if got := s.Resources[0].Properties[0].Type.Name; got != "x.same" {
		t.Errorf("%q; want x.same, the name in the namespace of the page", got)
	}
}
