package plan_test

import (
	"fmt"
	"testing"

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
