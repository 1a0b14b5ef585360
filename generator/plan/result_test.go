package plan_test

import (
	"fmt"
	"testing"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

var resultKinds = map[plan.ResultKind]string{
	plan.None: "none", plan.Value: "value", plan.Scalar: "scalar", plan.Collection: "collection", plan.Page: "page",
	plan.Stream: "stream", plan.Accepted: "accepted", plan.Redirect: "redirect",
}

// pagesOfTypes are the types that the tests' operations refer to.
var pagesOfTypes = []any{
	resource("m.user", "", "id Edm.String", "name Edm.String"),
	resource("m.crew", "", "names []Edm.String"), resource("m.report", "", "value Edm.String"), resource("m.list", "", "value []Edm.String"), enum("m.color", "red"),
	resource("m.media", "", "id Edm.String"), resource("m.tape", "m.media", "length Edm.Int32"), resource("m.disc", "m.media", "tracks Edm.Int32"),
}

// only returns the method of an operation that has a single one.
func only(t *testing.T, op ir.Operation) (*plan.Method, plan.Outcome) {
	t.Helper()
	out := newPlan(append([]any{op}, pagesOfTypes...)...)
	if len(out.Package.Services) != 1 || len(out.Package.Services[0].Methods) != 1 {
		t.Fatalf("planned %q", methods(out))
	}
	return out.Package.Services[0].Methods[0], out
}

// says sets what the page says of the body of the last response.
func says(body ir.BodyKind) func(*ir.Operation) {
	return func(op *ir.Operation) { op.Responses[len(op.Responses)-1].Body = body }
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
		{"undocumented", getX, "value 200 json.RawMessage assumed-result"},
		{"undocumented POST", postX, "none 200  assumed-result"},
		{"no content by words", with(getX, answers(200, ""), says(ir.NoBody)), "none 200 "},
		{"no content by words and a named type", with(postX, answers(200, ""), says(ir.NoBody), replies(200, "m.none", "", ir.NoBody)), "none 200 "},
		{"bytes by words", with(getX, answers(200, ""), says(ir.Binary)), "stream 200  assumed-result"},
		{"bytes by path", with(operation("x-get", "Get", "GET /x/content"), answers(200, "")), "stream 200  assumed-result"},
		{"a body by words", with(postX, answers(200, ""), says(ir.JSON)), "value 200 json.RawMessage assumed-result"},
		{"a type without a status", with(getX, answers(0, "m.user")), "value 200 User"},
		{"a value or 202", with(postX, answers(200, "m.user"), answers(202, "")), "value 200 User or accepted"},
		{"202 or a value", with(postX, answers(202, ""), answers(200, ""), shows("", 200, "a,b")), "stream 200  or accepted"},
		{"a value or 202 in the example", with(getX, answers(200, "m.user"), shows("", 200, `{"id": "a"}`), shows("", 202, "")), "value 200 User or accepted"},
		{"a value or 202 by words", with(getX, answers(200, "m.user"), answers(202, "")), "value 200 User"},
		{"202 without content by words", with(postX, answers(202, ""), says(ir.NoBody), replies(202, "m.none", "", ir.NoBody)), "accepted 202 "},
		{"undocumented DELETE", deleteX, "none 204  assumed-result"},
		{"no content", with(postX, answers(204, "")), "none 204 "},
		{"no content with a named type", with(postX, answers(204, "m.user"), shows("", 204, "")), "none 204 "},
		{"accepted", with(postX, answers(202, "")), "accepted 202 "},
		{"accepted, with a value", with(postX, answers(202, "m.user"), shows("", 202, `{"id": "a"}`)), "value 202 User"},
		{"a redirect", with(getX, answers(302, "")), "redirect 302 "},
		{"a redirect in the example only", with(getX, shows("", 302, "")), "redirect 302 "},
		{"a value", with(getX, answers(200, "m.user")), "value 200 User"},
		{"created", with(postX, answers(201, "m.user")), "value 201 User"},
		{"a collection", with(getX, answers(200, "[]m.user")), "collection 200 *User"},
		{"a collection whose example has another envelope", with(getX, answers(200, "[]m.user"), shows("", 200, `{"items": [{"id": "a"}]}`)), "collection 200 *User in items"},
		{"a list in another envelope that is not documented", with(getX, answers(200, ""), shows("", 200, `{"totalCount": 1, "items": [{"id": "a"}], "links": {}}`)), "collection 200 json.RawMessage in items assumed-result"},
		{"a list in another envelope, and one value documented", with(getX, answers(200, "m.user"), shows("", 200, `{"hasNext": true, "data": [{"id": "a"}]}`)), "collection 200 *User in data assumed-result"},
		{"a list of an undocumented type in another envelope", with(getX, answers(200, "[]m.none"), shows("", 200, `{"items": []}`)), "collection 200 json.RawMessage in items assumed-result"},
		{"a list of another type in another envelope", with(getX, answers(200, "[]m.user"), shows("", 200, `{"items": [{"size": 1, "color": "red"}]}`)), "collection 200 json.RawMessage in items assumed-result"},
		{"a list with another next link", with(getX, answers(200, "[]m.user"), shows("", 200, `{"value": [{"id": "a"}], "nextLink": "https://x.example/2"}`)), "collection 200 *User next nextLink"},
		{"a list that a write answers", with(postX, answers(200, "[]m.user"), shows("", 200, `{"items": [{"id": "a"}]}`)), "page 200 *User in items"},
		{"an array that the type has", with(getX, answers(200, "m.crew"), shows("", 200, `{"total": 1, "names": ["a"]}`)), "value 200 Crew"},
		{"an array beside other values", with(getX, answers(200, ""), shows("", 200, `{"total": 1, "failed": ["a"], "done": 5}`)), "value 200 json.RawMessage assumed-result"},
		{"two arrays", with(getX, answers(200, ""), shows("", 200, `{"total": 1, "failed": ["a"], "done": ["b"]}`)), "value 200 json.RawMessage assumed-result"},
		{"a collection whose example is one value", with(getX, answers(200, "[]m.user"), shows("", 200, `{"id": "a", "name": "b"}`)), "value 200 json.RawMessage assumed-result"},
		{"a list without paging", with(getX, answers(200, "[]m.user"), shows("", 200, `[{"id": "a"}]`)), "value 200 []User"},
		{"a collection in the example only", with(getX, answers(200, "m.user"), shows("", 200, `{"value": [{}]}`)), "collection 200 *User"},
		{"a type with a list named value", with(getX, answers(200, "m.list"), shows("", 200, `{"value": ["a"]}`)), "value 200 List"},
		{"a collection of a primitive", with(getX, answers(200, "[]Edm.String")), "collection 200 string"},
		{"a primitive", with(getX, answers(200, "Edm.String"), shows("", 200, `{"value": "a"}`)), "scalar 200 string"},
		{"a boolean", with(getX, answers(200, "Edm.Boolean")), "scalar 200 bool"},
		{"an enum", with(getX, answers(200, "m.color")), "scalar 200 Color"},
		{"a wrapped value", with(getX, answers(200, "m.user"), shows("", 200, `{"value": {"id": "a"}}`)), "scalar 200 *User"},
		{"a type with a property named value", with(getX, answers(200, "m.report"), shows("", 200, `{"value": "a"}`)), "value 200 Report"},
		{"an undocumented type", with(getX, answers(200, "m.none")), "value 200 json.RawMessage assumed-result"},
		{"JSON without a type", with(getX, answers(200, ""), shows("", 200, `{"a": 1}`)), "value 200 json.RawMessage assumed-result"},
		{"a type in the example only", with(getX, replies(200, "m.user", "application/json", ir.JSON)), "value 200 User"},
		{"types in the examples that extend one", with(getX, replies(200, "m.tape", "", ir.JSON), replies(200, "m.disc", "", ir.JSON)), "value 200 Media"},
		{"a type in an example that another one extends", with(getX, replies(200, "m.tape", "", ir.JSON), replies(200, "m.media", "", ir.JSON)), "value 200 Media"},
		{"unrelated types in the examples", with(getX, replies(200, "m.tape", "", ir.JSON), replies(200, "m.user", "", ir.JSON)), "value 200 json.RawMessage assumed-result"},
		{"a type in the text and a derived one in the example", with(getX, answers(200, "m.media"), replies(200, "m.tape", "", ir.JSON)), "value 200 Media"},
		{"a documented type in the example only", with(getX, answers(200, "m.none"), replies(200, "m.user", "", ir.JSON)), "value 200 User"},
		{"an example of another type", with(getX, answers(200, "m.user"), shows("", 200, `{"id": "a", "size": 1, "color": "red"}`)), "value 200 json.RawMessage assumed-result"},
		{"examples of another type", with(getX, answers(200, "[]m.user"), shows("", 200, `{"value": [{"size": 1, "color": "red"}]}`)), "collection 200 json.RawMessage assumed-result"},
		{"an example with an undocumented property", with(getX, answers(200, "m.user"), shows("", 200, `{"id": "a", "size": 1, "color": "red", "Name": "x"}`)), "value 200 User"},
		{"a count", with(operation("x-count", "Count", "GET /x/$count"), answers(200, "")), "scalar 200 int64"},
		{"bytes", with(operation("x-get", "Get", "GET /x/$value"), answers(200, "")), "stream 200 "},
		{"bytes by type", with(getX, answers(200, "Edm.Stream")), "stream 200 "},
		{"a list where bytes are documented", with(getX, answers(200, "Edm.Stream"), shows("", 200, `{"value": [{"day": "2024-01-01"}]}`)), "collection 200 json.RawMessage assumed-result"},
		{"bytes in the example", with(getX, answers(200, ""), replies(200, "", "image/png", ir.Binary)), "stream 200 "},
		{"text in the example", with(getX, answers(200, "m.user"), shows("", 200, "a,b")), "stream 200 "},
		{"another content type without a body", with(getX, answers(200, ""), replies(200, "", "text/csv", ir.NoBody)), "stream 200 "},
		{"only a failure", with(getX, shows("", 404, `{"error": {}}`)), "value 200 json.RawMessage assumed-result"},
		{"two successful responses, one with a type", with(postX, answers(200, ""), answers(201, "m.user")), "value 201 User"},
		{"a failure and a success", with(getX, answers(404, "m.report"), answers(200, "m.user")), "value 200 User"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, out := only(t, tt.op)
			r := m.Result
			got := fmt.Sprintf("%s %d %s", resultKinds[r.Kind], r.Status, typeName(r.Type))
			if r.Envelope.List != "" {
				got += " in " + r.Envelope.List
			}
			if r.Envelope.NextLink != "" {
				got += " next " + r.Envelope.NextLink
			}
			if r.OrAccepted {
				got += " or accepted"
			}
			for _, d := range out.Diagnostics {
				got += " " + string(d.Code)
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
