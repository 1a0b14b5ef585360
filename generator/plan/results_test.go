package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

var resultKinds = map[plan.ResultKind]string{
	plan.None: "none", plan.Value: "value", plan.Scalar: "scalar", plan.Collection: "collection",
	plan.Stream: "stream", plan.Accepted: "accepted", plan.Redirect: "redirect",
}

// pagesOfTypes are the types that the tests' operations refer to.
var pagesOfTypes = []any{
	resource("m.user", "", "id Edm.String", "name Edm.String"),
	resource("m.report", "", "value Edm.String"), resource("m.list", "", "value []Edm.String"), enum("m.color", "red"),
}

// only returns the method of an operation that has a single one.
func only(t *testing.T, op ir.Operation) *plan.Method {
	t.Helper()
	out := newPlan(append([]any{op}, pagesOfTypes...)...)
	if len(out.Package.Services) != 1 || len(out.Package.Services[0].Methods) != 1 {
		t.Fatalf("planned %q", methods(out))
	}
	return out.Package.Services[0].Methods[0]
}

// replies adds an example response with a type, a content type and a kind of body.
func replies(status int, typ, contentType string, kind ir.BodyKind) func(*ir.Operation) {
	return func(op *ir.Operation) {
		m := ir.Message{Kind: kind}
		if kind == ir.JSON {
			m.Body, m.JSON = []byte("{}"), []byte("{}")
		}
		if contentType != "" {
			m.Headers = []ir.Header{{Name: "content-type", Value: contentType}}
		}
		op.Examples = append(op.Examples, ir.Example{Response: &ir.Reply{Status: status, Type: ref(typ), Message: m}})
	}
}

func TestResults(t *testing.T) {
	getX, deleteX, postX := operation("x-get", "Get", "GET /x"), operation("x-delete", "Delete", "DELETE /x"), operation("x-do", "Do", "POST /x")
	tests := []struct {
		name string
		op   ir.Operation
		want string
	}{
		{"undocumented", getX, "none 200 "},
		{"undocumented DELETE", deleteX, "none 204 "},
		{"no content", with(postX, answers(204, "")), "none 204 "},
		{"no content with a named type", with(postX, answers(204, "m.user"), shows("", 204, "")), "none 204 "},
		{"accepted", with(postX, answers(202, "")), "accepted 202 "},
		{"accepted, with a value", with(postX, answers(202, "m.user"), shows("", 202, `{"id": "a"}`)), "value 202 User"},
		{"a redirect", with(getX, answers(302, "")), "redirect 302 "},
		{"a redirect in the example only", with(getX, shows("", 302, "")), "redirect 302 "},
		{"a value", with(getX, answers(200, "m.user")), "value 200 User"},
		{"created", with(postX, answers(201, "m.user")), "value 201 User"},
		{"a collection", with(getX, answers(200, "[]m.user")), "collection 200 *User"},
		{"a collection in the example only", with(getX, answers(200, "m.user"), shows("", 200, `{"value": [{}]}`)), "collection 200 *User"},
		{"a type with a list named value", with(getX, answers(200, "m.list"), shows("", 200, `{"value": ["a"]}`)), "value 200 List"},
		{"a collection of a primitive", with(getX, answers(200, "[]Edm.String")), "collection 200 string"},
		{"a primitive", with(getX, answers(200, "Edm.String"), shows("", 200, `{"value": "a"}`)), "scalar 200 string"},
		{"a boolean", with(getX, answers(200, "Edm.Boolean")), "scalar 200 bool"},
		{"an enum", with(getX, answers(200, "m.color")), "scalar 200 Color"},
		{"a wrapped value", with(getX, answers(200, "m.user"), shows("", 200, `{"value": {"id": "a"}}`)), "scalar 200 *User"},
		{"a type with a property named value", with(getX, answers(200, "m.report"), shows("", 200, `{"value": "a"}`)), "value 200 Report"},
		{"an undocumented type", with(getX, answers(200, "m.none")), "value 200 json.RawMessage"},
		{"JSON without a type", with(getX, answers(200, ""), shows("", 200, `{"a": 1}`)), "value 200 json.RawMessage"},
		{"a type in the example only", with(getX, replies(200, "m.user", "application/json", ir.JSON)), "value 200 User"},
		{"a count", with(operation("x-count", "Count", "GET /x/$count"), answers(200, "")), "scalar 200 int64"},
		{"bytes", with(operation("x-get", "Get", "GET /x/$value"), answers(200, "")), "stream 200 "},
		{"bytes by type", with(getX, answers(200, "Edm.Stream")), "stream 200 "},
		{"bytes in the example", with(getX, answers(200, ""), replies(200, "", "image/png", ir.Binary)), "stream 200 "},
		{"text in the example", with(getX, answers(200, "m.user"), shows("", 200, "a,b")), "stream 200 "},
		{"another content type without a body", with(getX, answers(200, ""), replies(200, "", "text/csv", ir.NoBody)), "stream 200 "},
		{"only a failure", with(getX, shows("", 404, `{"error": {}}`)), "none 200 "},
		{"two successful responses, one with a type", with(postX, answers(200, ""), answers(201, "m.user")), "value 201 User"},
		{"a failure and a success", with(getX, answers(404, "m.report"), answers(200, "m.user")), "value 200 User"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := only(t, tt.op).Result
			if got := fmt.Sprintf("%s %d %s", resultKinds[r.Kind], r.Status, typeName(r.Type)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestBodies(t *testing.T) {
	post, patch, put := operation("x-do", "Do", "POST /x"), operation("x-update", "Update", "PATCH /x"), operation("x-put", "Put", "PUT /x")
	create := operation("x-post-users", "Create user", "POST /x")
	id, extra := property("id Edm.String"), property("more Edm.Int32")
	tests := []struct {
		name string
		op   ir.Operation
		want string
	}{
		{"nothing", post, "no"},
		{"of a GET", with(operation("x-get", "Get", "GET /x"), sends("m.user", "")), "no"},
		{"of a DELETE", with(operation("x-delete", "Delete", "DELETE /x"), shows(`{"id": "a"}`, 204, "")), "no"},
		{"a type", with(post, sends("m.user", "application/json")), "json User body"},
		{"a reference with a named type", with(operation("x-add", "Add", "POST /x/$ref"), sends("m.user", "")), "json XAddBody body: OdataID string"},
		{"a reference and other properties", with(operation("x-add", "Add", "POST /x/$ref"), sends("m.user", ""), shows(`{"id": "a"}`, 204, "")), "json User body"},
		{"a list of a type", with(post, sends("[]m.user", "")), "json []User body"},
		{"parameters", with(post, sends("", "", id, extra)), "json XDoBody body: ID string, More *int32"},
		{"parameters of a PATCH", with(patch, sends("", "", id, extra)), "json XUpdateBody body: ID Opt string, More Opt int32"},
		{"a type in a PATCH", with(patch, sends("m.user", "")), "json UserUpdate body: ID Opt string, Name Opt string"},
		{"a PATCH that returns the type", with(patch, sends("", "", id), answers(200, "m.user")), "json UserUpdate body: ID Opt string, Name Opt string"},
		{"a PATCH with properties that the returned type lacks", with(patch, sends("", "", id, extra), answers(200, "m.user")), "json XUpdateBody body: ID Opt string, More Opt int32"},
		{"a created type", with(create, sends("", "", id), answers(201, "m.user")), "json User body"},
		{"the type of an action's response", with(post, sends("", "", id), answers(200, "m.user")), "json XDoBody body: ID string"},
		{"a type without a property of the example", with(post, sends("m.user", "", id, extra), shows(`{"id": "a", "more": 1}`, 204, "")), "json XDoBody body: ID string, More *int32"},
		{"no type has the properties of the example", with(post, sends("m.user", ""), shows(`{"other": 1}`, 204, "")), "json User body"},
		{"a body in the example only", with(post, shows(`{"a": 1}`, 204, "")), "json json.RawMessage body"},
		{"an undocumented type", with(post, sends("m.none", "")), "no"},
		{"bytes", with(put, sends("", "image/jpeg")), "content image/jpeg"},
		{"JSON in the example, another type in the text", with(put, sends("m.user", "application/x-www-form-urlencoded"), shows(`{"id": "a"}`, 204, "")), "json User body"},
		{"bytes of any image", with(put, sends("", "image/*")), "content"},
		{"multipart", with(put, sends("", "multipart/form-data")), "content"},
		{"bytes in the example", with(put, shows("abc", 204, "")), "content"},
		{"bytes in the examples, with their type", with(put, shows("abc", 204, ""), typed("text/csv"), shows("d", 204, ""), typed("text/csv")), "content text/csv"},
		{"bytes in the examples, with several types", with(put, shows("abc", 204, ""), typed("text/csv"), shows("d", 204, ""), typed("text/plain")), "content"},
		{"JSON in one example", with(put, sends("m.user", ""), shows("abc", 204, ""), shows(`{"id": "a"}`, 204, "")), "json User body"},
		{"parameters without a valid name", with(post, sends("", "", property(" Edm.String"), property("a`b Edm.String"))), "json XDoBody body"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out := newPlan(append([]any{tt.op}, pagesOfTypes...)...)
			if got := bodyOf(out); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func bodyOf(out plan.Outcome) string {
	b := out.Package.Services[0].Methods[0].Body
	switch b.Kind {
	case plan.NoBody:
		return "no"
	case plan.ContentBody:
		return strings.TrimSpace(b.Name + " " + b.ContentType)
	}
	line := "json " + typeName(b.Type) + " " + b.Name
	for _, typ := range out.Package.Types {
		if typ.Name != b.Type.Name || typ.Wire != "" && typ.Kind != plan.Update {
			continue
		}
		for i, f := range typ.Fields {
			line += []string{", ", ": "}[min(1, 1-min(i, 1))] + f.Name + " " + typeName(f.Type)
		}
	}
	return line
}

func TestBodyNameCollision(t *testing.T) {
	out := newPlan(
		with(operation("a-get", "Get", "GET /a"), answers(200, "m.xDoBody")),
		with(operation("x-do", "Do", "POST /x"), sends("", "", property("id Edm.String"))),
		resource("m.xDoBody", "", "other Edm.String"))
	if d := cmp.Diff([]string{"XDoBody: Other string", "XDoBodyParameters: ID string"}, types(out)); d != "" {
		t.Error(d)
	}
}
