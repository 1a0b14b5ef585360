package link

import (
	"strings"
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

// TestContradictions checks which type is used, and with which finding, where names and
// links of a page do not agree.
func TestContradictions(t *testing.T) {
	page := func(file string) ir.Page { return ir.Page{File: file, Version: "v1.0"} }
	tests := []struct {
		name, want, finding string
		collection, prose   bool
		declared            string // the type in the comment of the example
	}{
		{name: Name("book", "../resources/book.md"), want: "lib.book"},
		{name: Name("books", "../resources/book.md"), want: "lib.book"},
		{name: Name("book", "../resources/audio.md"), want: "lib.audio", finding: "its target is"},
		{name: Name("book", "../resources/audio.md"), prose: true, declared: "lib.audio", want: "lib.audio", finding: "its target is"},
		{name: Name("book", "../resources/audio.md"), prose: true, declared: "lib.book", want: "lib.book", finding: "assumed to be the latter"},
		{name: Name("book", "../resources/audio.md"), prose: true, declared: "lib.item", want: "lib.audio", finding: "its target is"},
		{name: Name("tone", "../resources/audio.md"), want: "lib.tone"}, // an enum of that page
		{name: Name("tone", "../resources/audio.md#tone-values"), want: "lib.tone"},
		{name: Name("book", "../resources/audio.md#unknown"), want: "lib.book"},
		{name: Name("this one", "../resources/audio.md#audio"), want: "lib.audio"},
		{name: Name("track", "../resources/audio.md#track"), want: "lib.track"},
		{name: Name("book", "../resources/audio.md#track"), want: "lib.track", finding: "its target is"},
		{name: "books", want: "lib.books"}, // one or several?
		{name: "books", collection: true, want: "lib.book", finding: "no page documents"},
		{name: "books", prose: true, want: "lib.book", finding: "no page documents"},
		{name: "boxOfTracks", prose: true, want: "lib.boxesOfTrack", finding: "no page documents"},
		{name: "item", prose: true, want: "lib.item"},
		{name: "items", prose: true, want: "lib.items"}, // two types
		{name: NameOr("price", "../resources/item.md"), want: "lib.item", finding: "which a link leads to"},
		{name: NameOr("book", "../resources/item.md"), want: "lib.book"},
		{name: NameOr("price", "../resources/none.md"), want: "lib.price"},
		{name: NameOr("reel", "../resources/reels.md"), want: "lib.reels", finding: "the link of the row leads to"},
		{name: NameOr("price", "../resources/Item.md"), want: "lib.item", finding: "which a link leads to"},
		{name: Name("this one", "../resources/AUDIO.md#track"), want: "lib.track"},
	}
	for _, tt := range tests {
		op := ir.Operation{Page: page("v1.0/api/book-get.md"), Params: []ir.Param{{Type: ir.TypeRef{Name: tt.name, Collection: tt.collection}}}}
		if tt.prose {
			op.Params, op.Responses = nil, []ir.Response{{Status: 200, Type: ir.TypeRef{Name: tt.name}}}
			op.Examples = []ir.Example{{Response: &ir.Reply{Type: ir.TypeRef{Name: tt.declared}}}}
		}
		s := &ir.Spec{
			Resources: []ir.Resource{
				{Page: page("v1.0/resources/audio.md"), Name: "lib.audio", Enums: []ir.Enum{{Name: "tone"}}},
				{Page: page("v1.0/resources/audio.md"), Name: "lib.track", Anchor: "track"},
				{Page: page("v1.0/resources/book.md"), Name: "lib.book"},
				{Page: page("v1.0/resources/reel.md"), Name: "lib.reel"},
				{Page: page("v1.0/resources/reels.md"), Name: "lib.reels"},
				{Page: page("v1.0/resources/boxes.md"), Name: "lib.boxesOfTrack"},
				{Page: page("v1.0/resources/item.md"), Name: "lib.item"},
				{Page: page("v1.0/resources/other-item.md"), Name: "lib.other.item"},
			},
			Operations: []ir.Operation{op},
		}
		found := Spec(s, nil)
		got := ""
		if op := s.Operations[0]; tt.prose {
			got = op.Responses[0].Type.Name
		} else {
			got = op.Params[0].Type.Name
		}
		finding := ""
		if len(found) == 1 {
			finding = found[0].Message
		}
		if got != tt.want || len(found) > 1 || tt.finding == "" && finding != "" || !strings.Contains(finding, tt.finding) {
			t.Errorf("%q: %s, findings %v; want %s, %q", tt.name, got, found, tt.want, tt.finding)
		}
	}
}

// TestUnqualified checks names with a namespace in a tree whose types have none.
func TestUnqualified(t *testing.T) {
	property := func(name, typ string) ir.Property { return ir.Property{Name: name, Type: ir.TypeRef{Name: typ}} }
	s := &ir.Spec{Resources: []ir.Resource{
		{Page: ir.Page{File: "a.md"}, Name: "Address", Properties: []ir.Property{
			property("home", "Post.Address"), property("work", "Post.addressType"), property("addressType", "Post.addressType"), property("x", "Post.none"),
		}},
		{Page: ir.Page{File: "b.md"}, Name: "line"},
	}}
	found := Spec(s, nil)
	var got []string
	for _, p := range s.Resources[0].Properties {
		got = append(got, p.Type.Name)
	}
	if d := cmp.Diff([]string{"Address", "Address", "Post.addressType", "Post.none"}, got); d != "" || len(found) != 2 {
		t.Errorf("%d findings, want 2; types (-want +got):\n%s", len(found), d)
	}
}

// TestDeclaredByJSON checks that the JSON of a type decides between the text of a link
// and its target.
func TestDeclaredByJSON(t *testing.T) {
	s := &ir.Spec{Resources: []ir.Resource{
		{
			Page: ir.Page{File: "book.md"}, Name: "lib.book",
			Properties: []ir.Property{
				{Name: "a", Type: ir.TypeRef{Name: Name("tape", "disc.md")}},
				{Name: "b", Type: ir.TypeRef{Name: Name("tape", "disc.md")}},
				{Name: "c", Type: ir.TypeRef{Name: Name("tape", "disc.md")}},
			},
			JSON: &ir.Message{JSON: []byte(`{"a": {"@odata.type": "lib.tape"}, "b": [{"@odata.type": "#lib.tape"}], "c": {"@odata.type": "lib.disc"}}`)},
		},
		{Page: ir.Page{File: "disc.md"}, Name: "lib.disc"},
		{Page: ir.Page{File: "tape.md"}, Name: "lib.tape"},
	}}
	found := Spec(s, nil)
	var got []string
	for _, p := range s.Resources[0].Properties {
		got = append(got, p.Type.Name)
	}
	if d := cmp.Diff([]string{"lib.tape", "lib.tape", "lib.disc"}, got); d != "" || len(found) != 3 {
		t.Errorf("%d findings, want 3; types (-want +got):\n%s", len(found), d)
	}
}

// TestComments checks that a comment that contradicts the Response section is reported.
func TestComments(t *testing.T) {
	page := func(file string) ir.Page { return ir.Page{File: file} }
	for comment, want := range map[string]int{"lib.tape": 1, "lib.book": 0, "lib.novel": 0, "lib.thing": 0, "lib.none": 0, "": 0} {
		s := &ir.Spec{
			Resources: []ir.Resource{
				{Page: page("book.md"), Name: "lib.book", BaseType: "lib.thing"},
				{Page: page("novel.md"), Name: "lib.novel", BaseType: "lib.book"},
				{Page: page("tape.md"), Name: "lib.tape", BaseType: "lib.thing"},
				{Page: page("thing.md"), Name: "lib.thing"},
			},
			Operations: []ir.Operation{{
				Responses: []ir.Response{{Status: 200, Type: ir.TypeRef{Name: "lib.book"}}, {Status: 201}},
				Examples: []ir.Example{
					{Response: &ir.Reply{Status: 201, Type: ir.TypeRef{Name: "lib.tape"}}},
					{Response: &ir.Reply{Status: 200, Type: ir.TypeRef{Name: comment}}},
					{Response: &ir.Reply{Status: 200, Type: ir.TypeRef{Name: comment}}},
				},
			}},
		}
		if found := Spec(s, nil); len(found) != want {
			t.Errorf("%q: %v, want %d findings", comment, found, want)
		}
	}
}

// TestCommonNamespace checks that the namespace of a page that states none does not
// depend on which areas of the reference have the most pages.
func TestCommonNamespace(t *testing.T) {
	page := func(file string) ir.Page { return ir.Page{File: file, Version: "v1.0"} }
	s := &ir.Spec{Resources: []ir.Resource{
		{Page: page("resources/a.md"), Name: "port.quay.heavy.crane"},
		{Page: page("resources/b.md"), Name: "port.quay.heavy.hoist"},
		{Page: page("resources/c.md"), Name: "pilot"},
	}}
	Spec(s, nil)
	if got := s.Resources[2].Name; got != "port.quay.pilot" {
		t.Errorf("%q; want port.quay.pilot", got)
	}
}

// TestDistinguish checks the names of types that other pages use for other types.
func TestDistinguish(t *testing.T) {
	typ := func(file, property string) ir.Resource {
		return ir.Resource{Page: ir.Page{File: file}, Name: "lib.Line", Anchor: "line", Properties: []ir.Property{{Name: property}}}
	}
	s := &ir.Spec{Resources: []ir.Resource{typ("loan-resources.md", "book"), typ("order-resources.mdx", "price")}}
	Spec(s, nil)
	if got := s.Resources[0].Name + " " + s.Resources[1].Name; got != "lib.LoanResourcesLine lib.OrderResourcesLine" {
		t.Errorf("the types are %s", got)
	}
}
