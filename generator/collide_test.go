package generator_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mdwire/mdwire/ir"
)

// call is an operation with a page of its own.
func call(name, method string, paths ...string) ir.Operation {
	op := ir.Operation{
		Page: ir.Page{File: "api-reference/v1.0/api/" + name + ".md", Version: "v1.0", Title: "Get " + name},
		Name: name,
	}
	for _, p := range paths {
		before, query, _ := strings.Cut(p, "?")
		op.Routes = append(op.Routes, ir.Route{Method: method, Path: path1(before), Query: query})
	}
	return op
}

func answering(op ir.Operation, wire string) ir.Operation {
	op.Responses = []ir.Response{{Status: 200, Type: ir.TypeRef{Name: wire}}}
	return op
}

func sending(op ir.Operation, body ir.Body) ir.Operation {
	op.Body = &body
	return op
}

// showing adds example pairs of the given names to an operation.
func showing(op ir.Operation, names ...string) ir.Operation {
	for _, name := range names {
		for _, r := range op.Routes {
			op.Examples = append(op.Examples, ir.Example{
				Name:     name,
				Request:  &ir.Request{Method: r.Method, URL: "https://example.com/v1.0" + r.Path.String(), Message: ir.Message{Kind: ir.NoBody}},
				Response: &ir.Reply{Status: 404, Message: ir.Message{Kind: ir.NoBody}},
			})
		}
	}
	return op
}

func resource(wire, base string, properties ...string) ir.Resource {
	r := ir.Resource{Page: ir.Page{File: "api-reference/v1.0/resources/" + wire + ".md", Version: "v1.0"}, Name: wire, BaseType: base}
	for _, p := range properties {
		r.Properties = append(r.Properties, ir.Property{Name: p, Type: ir.TypeRef{Name: "Edm.String"}})
	}
	return r
}

func spec(parts ...any) *ir.Spec {
	s := &ir.Spec{}
	for _, p := range parts {
		switch p := p.(type) {
		case ir.Operation:
			s.Operations = append(s.Operations, p)
		case ir.Resource:
			s.Resources = append(s.Resources, p)
		}
	}
	return s
}

// collisions are specs whose names meet where Go has one scope.
var collisions = []struct {
	name string
	spec *ir.Spec
}{
	{"pages that differ in punctuation", spec(
		call("user-get", "GET", "/users/{id}"), call("user_get", "GET", "/people/{id}"), call("user.get", "GET", "/staff/{id}"))},
	{"pages of one name in two folders", spec(
		call("user-get", "GET", "/users/{id}"), call("user-get", "GET", "/people/{id}"))},
	{"a part of a page and another page", spec(
		call("photo-get", "GET", "/photo", "/photo/$value"), call("photo-getvalue", "GET", "/photos/value"), call("photo-get-value", "GET", "/photos/v"))},
	{"services that differ in case", spec(
		answering(call("a-get", "GET", "/a"), "microsoft.graph.userService"), call("user-get", "GET", "/users"), call("userresource-get", "GET", "/userresources"),
		resource("microsoft.graph.userService", "", "id"))},
	{"parameters numbered by the page", spec(call("a-get", "GET", "/a/{x}/b/{x}/c/{x2}"), call("b-get", "GET", "/b/{x}/b/{x}/c/{x2}", "/b/{x2}/c/{x}/d/{x}"))},
	{"parameters that differ in case", spec(call("a-get", "GET", "/a/{FOO}/b/{foo}/c/{Foo}"))},
	{"a parameter beside the body", spec(
		sending(call("a-put", "PUT", "/a/{content}"), ir.Body{ContentType: "image/png"}),
		sending(call("b-post", "POST", "/b/{body}/{content}/{opts}/{ctx}"), ir.Body{Properties: []ir.Property{{Name: "x", Type: ir.TypeRef{Name: "Edm.String"}}}}))},
	{"parameters of path and query", spec(
		call("a-get", "GET", "/a/{x}/{request}?x={x}&x={y}&X={z}"), call("b-get", "GET", "/b?a-b={a}&a.b={b}&aB={c}"),
		call("c-get", "GET", "/c/{q}?qQuery={x}&q={y}"), call("d-get", "GET", "/d?http={a}&operation={b}&route={c}&body={d}&request={e}&setStatus={f}&s={g}&opts={h}"))},
	{"types that differ in case", spec(
		answering(call("a-get", "GET", "/a"), "microsoft.graph.fooBar"), answering(call("b-get", "GET", "/b"), "microsoft.graph.foobar"),
		answering(call("c-get", "GET", "/c"), "microsoft.graph.foo-bar"), answering(call("d-get", "GET", "/d"), "microsoft.graph.FooBar"),
		resource("microsoft.graph.fooBar", "", "id"), resource("microsoft.graph.foobar", "", "id"), resource("microsoft.graph.foo-bar", "", "id"), resource("microsoft.graph.FooBar", "", "id"))},
	{"types named as what belongs to operations", spec(
		answering(call("a-get", "GET", "/a"), "microsoft.graph.userGetRoute"), answering(call("b-get", "GET", "/b"), "microsoft.graph.opUserGet"),
		answering(call("c-get", "GET", "/c"), "microsoft.graph.userGetMe"), answering(call("d-get", "GET", "/d"), "microsoft.graph.userService"),
		call("user-get", "GET", "/me", "/users/{id}"),
		answering(call("x-get", "GET", "/x"), "microsoft.graph.zooGetRoute"), answering(call("y-get", "GET", "/y"), "microsoft.graph.xGetBody"), call("zoo-get", "GET", "/zoo", "/zoos/{id}"),
		resource("microsoft.graph.userGetRoute", "", "id"), resource("microsoft.graph.opUserGet", "", "id"), resource("microsoft.graph.userGetMe", "", "id"),
		resource("microsoft.graph.userService", "", "id"), resource("microsoft.graph.zooGetRoute", "", "id"), resource("microsoft.graph.xGetBody", "", "id"))},
	{"types named as the support code's", spec(
		answering(call("a-get", "GET", "/a"), "microsoft.graph.page"), answering(call("b-get", "GET", "/b"), "microsoft.graph.client"), answering(call("c-get", "GET", "/c"), "microsoft.graph.error"),
		call("client-get", "GET", "/client"), call("page-list", "GET", "/page"),
		resource("microsoft.graph.page", "", "id"), resource("microsoft.graph.client", "", "id"), resource("microsoft.graph.error", "", "id"))},
	{"routes named as their type", spec(call("trip-get", "GET", "/me/route", "/me/map"), call("trip-list", "GET", "/a/b", "/a/b2", "/a/b-2"))},
	{"routes of two operations", spec(
		call("user-list", "GET", "/a/messages/me", "/b/mails/me2", "/c/messages-me"), call("user-list-messages", "GET", "/x/me", "/x/you"))},
	{"methods of a derived type", spec(
		answering(call("a-get", "GET", "/a"), "microsoft.graph.item"),
		resource("microsoft.graph.item", "", "id", "item"),
		resource("microsoft.graph.book", "microsoft.graph.item", "asItem", "item", "odataTypes", "extra", "marshalJSON", "plainJSON", "book"),
		resource("microsoft.graph.novel", "microsoft.graph.book", "asItem", "asBook", "Extra", "additionalProperties"))},
	{"properties that differ in case", spec(
		sending(answering(call("a-update", "PATCH", "/a"), "microsoft.graph.item"), ir.Body{Type: ir.TypeRef{Name: "microsoft.graph.item"}}),
		resource("microsoft.graph.item", "microsoft.graph.root", "ID", "Id", "foo-bar", "fooBar", "FOOBar", "fooBarValue"),
		resource("microsoft.graph.root", "", "id", "i-d", "IDValue"))},
	{"examples of one name", spec(
		showing(call("a-get", "GET", "/a"), "one", "one", "one-2", "One", "one_2"), showing(call("a.b", "GET", "/b"), "one"), showing(call("a-b", "GET", "/c"), "one"),
		showing(call("photo-get", "GET", "/photo", "/photo/$value"), "", "one"), showing(call(strings.Repeat("a", 200)+"-get", "GET", "/d"), "one"), showing(call(strings.Repeat("a", 200)+"-list", "GET", "/e"), "one"))},
	{"examples without a name in headings", spec(
		showing(call("a-get", "GET", "/a"), "", "example", "example-2", ""))},
	{"enum members", spec(
		answering(call("a-get", "GET", "/a"), "microsoft.graph.color"), answering(call("b-get", "GET", "/b"), "microsoft.graph.colorRed"),
		ir.Resource{Page: ir.Page{Version: "v1.0"}, Name: "microsoft.graph.color", Members: []ir.Member{{Name: "red"}, {Name: "Red"}, {Name: "RED"}, {Name: "r-e-d"}, {Name: ""}, {Name: "red"}, {Name: "1"}, {Name: "+"}, {Name: "-"}}},
		resource("microsoft.graph.colorRed", "", "id"))},
	{"an enum without a name", spec(
		answering(call("a-get", "GET", "/a"), "microsoft.graph.item"),
		ir.Resource{
			Page: ir.Page{Version: "v1.0"}, Name: "microsoft.graph.item", Properties: []ir.Property{{Name: "untyped"}},
			Enums: []ir.Enum{{Members: []ir.Member{{Name: "a"}}}},
		})},
	{"a type named as a primitive", spec(
		answering(call("a-get", "GET", "/a"), "Edm.String"), answering(call("b-get", "GET", "/b"), "Edm.Boolean"),
		resource("Edm.String", "", "id"), resource("Edm.Boolean", "Edm.String", "x"))},
	{"types that extend each other", spec(
		answering(call("a-get", "GET", "/a"), "m.a"), answering(call("b-get", "GET", "/b"), "m.self"),
		resource("m.a", "m.b", "id"), resource("m.b", "m.c", "id"), resource("m.c", "m.b", "id"), resource("m.self", "m.self", "id"))},
	{"one route on several pages", spec(
		call("a-get", "GET", "/users/{id}"), call("b-get", "GET", "/users/{user-id}"), call("c-get", "GET", "/USERS/{x}", "/users/{y}"))},
	{"paths without an argument's word", spec(
		call("a-get", "GET", "/", "/{}", "//"), call("b-get", "GET", "/{id}", "/{id}/{id}"), call("c-get", "GET", "", "/$ref"))},
}

func TestNamesThatCollide(t *testing.T) {
	for _, tt := range collisions {
		t.Run(tt.name, func(t *testing.T) { checkOutput(t, generate(t, tt.spec)) })
	}
}

// TestNamesThatCollideCompile is the same for the compiler, all in one module.
func TestNamesThatCollideCompile(t *testing.T) {
	if testing.Short() {
		t.Skip("runs go vet")
	}
	specs := map[string]*ir.Spec{}
	for i, tt := range collisions {
		specs[fmt.Sprintf("case%d", i)] = tt.spec
	}
	// Packages whose own name is one that the generated code uses.
	for _, name := range []string{"c", "h", "t", "x", "call", "handlers", "content", "json", "context", "slices", "server", "client", "routes"} {
		specs[name] = spec(
			sending(showing(answering(call("user-create", "POST", "/users/{id}"), "m.user"), "one"), ir.Body{Type: ir.TypeRef{Name: "m.user"}}),
			showing(call("user-get", "GET", "/users/{id}/{"+name+"}", "/me"), "two"),
			sending(showing(call("photo-put", "PUT", "/photo"), "one"), ir.Body{ContentType: "image/png"}),
			ir.Resource{Page: ir.Page{Version: "v1.0"}, Name: "m.user", Properties: []ir.Property{{Name: "at", Type: ir.TypeRef{Name: "Edm.DateTimeOffset"}}, {Name: "raw", Type: ir.TypeRef{Name: "m.none"}}}},
		)
	}
	vet(t, specs)
}

// TestBorrowed: a page that shows another page's call has the test of it, and
// the messages.
func TestBorrowed(t *testing.T) {
	shows := call("a-get", "GET", "/a")
	other := showing(call("b-get", "GET", "/b"), "first")
	shows.Examples, other.Examples = other.Examples, nil
	res := generate(t, spec(shows, other))
	checkOutput(t, res)
	if res.Account.Tested != 1 {
		t.Errorf("%+v", res.Account)
	}
	for _, f := range res.Files {
		if f.Path == "v1/exampletest/testdata/a.txtar" {
			return
		}
	}
	t.Error("the page that shows the call has no messages")
}
