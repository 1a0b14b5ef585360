package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

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
		{"an undocumented type", with(post, sends("m.none", "")), "json json.RawMessage body"},
		{"only prose", with(post, sends("", "")), "json json.RawMessage body"},
		{"bytes", with(put, sends("", "image/jpeg")), "content image/jpeg"},
		{"JSON in the example, another type in the text", with(put, sends("m.user", "application/x-www-form-urlencoded"), shows(`{"id": "a"}`, 204, "")), "json User body"},
		{"bytes of any image", with(put, sends("", "image/*")), "content"},
		{"multipart", with(put, sends("", "multipart/form-data")), "content"},
		{"bytes in the example", with(put, shows("abc", 204, "")), "content"},
		{"bytes in the examples, with their type", with(put, shows("abc", 204, ""), typed("text/csv"), shows("d", 204, ""), typed("text/csv")), "content text/csv"},
		{"bytes in the examples, with several types", with(put, shows("abc", 204, ""), typed("text/csv"), shows("d", 204, ""), typed("text/plain")), "content"},
		{"JSON in one example", with(put, sends("m.user", ""), shows("abc", 204, ""), shows(`{"id": "a"}`, 204, "")), "json User body"},
		{"nothing in a PATCH", patch, "json json.RawMessage body"},
		{"nothing in a PUT of content", operation("x-put", "Put", "PUT /x/{id}/content"), "content"},
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
