package validate_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/validate"
)

func TestResponse(t *testing.T) {
	for _, tt := range []struct {
		typ, text, want string
	}{
		{"m.user", `{"name": 1}`, `example-type-mismatch name 1`},
		{"m.user", `{"value": "x", "name": 1}`, `example-type-mismatch name 1`}, // a property "value"
		{"m.user", `{"value": {"@odata.type": "m.user", "name": 1}, "more": 1}`, `example-type-mismatch value.name 1`},
		{"[]m.user", `{"value": [{"name": 1}], "@odata.nextLink": "x", "more": 1}`, `example-type-mismatch value[].name 1`},
		{"[]m.user", `{"name": 1}`, `example-type-mismatch name 1`},
		{"m.open", `{"value": {"id": 1}}`, `example-type-mismatch value.id 1`},
		{"m.open", `{"value": [{"id": 1}]}`, `example-type-mismatch value[].id 1`},
		{"Edm.Int32", `{"value": "x"}`, `example-type-mismatch value "x"`},
		{"Edm.String", `{"what": 1}`, `example-type-mismatch  {"what": 1}`},
		{"m.nowhere", `{"value": 1, "value": 2}`, `json-invalid value "value"`},
		{"m.nowhere", `{"@odata.type": "m.user", "name": 1}`, `example-type-mismatch name 1`},
		{"m.user", `"text"`, ``},
		{"", `{"a": 1, "a": 2}`, ``},
	} {
		single := strings.TrimPrefix(tt.typ, "[]")
		ref := ir.TypeRef{Name: single, Collection: single != tt.typ}
		op := &ir.Operation{Page: ir.Page{Version: "v1.0"}}
		documentedOp := &ir.Operation{
			Page:      ir.Page{Version: "v1.0"},
			Responses: []ir.Response{{Status: 202}, {Status: 200, Type: ref}},
		}
		j, err := validate.Parse(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		for name, got := range map[string]validate.Result{
			"the example's type":    documented().Response(op, &ir.Reply{Status: 200, Type: ref}, j, validate.Options{}),
			"the documented status": documented().Response(documentedOp, &ir.Reply{Status: 200}, j, validate.Options{}),
		} {
			if d := cmp.Diff(tt.want, strings.Join(places(tt.text, got.Mismatches), " | ")); d != "" {
				t.Errorf("%s %s by %s (-want +got):\n%s", tt.typ, tt.text, name, d)
			}
		}
	}
}

func TestRequest(t *testing.T) {
	answers := []ir.Response{{Status: 201, Type: ir.TypeRef{Name: "m.user"}}}
	for _, tt := range []struct {
		name string
		op   ir.Operation
		text string
		want string
	}{
		{
			"a table",
			ir.Operation{Body: &ir.Body{Properties: properties("comment Edm.String", "@odata.id Edm.String", "to []m.user")}},
			`{"comment": 1, "Comment2": 2, "TO": [], "to": [{"what": 1}], "@odata.id": 3, "@odata.type": "x"}`,
			`json-invalid to "to" | example-type-mismatch comment 1 | request-property-undocumented Comment2 "Comment2" | ` +
				`example-property-case TO "TO" | request-property-undocumented to[].what "what" | example-type-mismatch @odata.id 3`,
		},
		{
			"a type",
			ir.Operation{Body: &ir.Body{Type: ir.TypeRef{Name: "m.user"}}},
			`{"name": 1, "what": 1, "": 2, "level": "x"}`,
			`example-type-mismatch name 1 | request-property-undocumented what "what" | request-property-undocumented  "" | example-type-mismatch level "x"`,
		},
		{
			"a table and a linked type",
			ir.Operation{Body: &ir.Body{Properties: properties("name Edm.Int32")}, Links: []string{"m.color", "m.user"}},
			`{"name": 1, "size": 1, "SIZE": 1}`,
			`json-invalid SIZE "SIZE" | example-property-case SIZE "SIZE"`,
		},
		{
			"the type that the request names",
			ir.Operation{Body: &ir.Body{Type: ir.TypeRef{Name: "m.user"}}},
			`{"@odata.type": "#m.admin", "level": "x", "name": 1}`,
			`example-type-mismatch level "x" | example-type-mismatch name 1`,
		},
		{
			"the type that is created",
			ir.Operation{Body: &ir.Body{}, Responses: answers},
			`{"name": 1, "what": 1}`,
			`example-type-mismatch name 1`,
		},
		{
			"an open type",
			ir.Operation{Body: &ir.Body{Properties: properties("name Edm.String")}, Links: []string{"m.open"}},
			`{"name": 1, "what": 1, "NAME": "x"}`,
			`json-invalid NAME "NAME" | example-type-mismatch name 1 | example-property-case NAME "NAME"`,
		},
		{"nothing documented", ir.Operation{Body: &ir.Body{}}, `{"what": 1}`, ``},
		{"no request body", ir.Operation{}, `{"what": 1}`, ``},
		{"no object", ir.Operation{Body: &ir.Body{Type: ir.TypeRef{Name: "m.user"}}}, `[1]`, ``},
	} {
		tt.op.Version = "v1.0"
		j, err := validate.Parse(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		got := documented().Request(&tt.op, j, validate.Options{})
		if d := cmp.Diff(tt.want, strings.Join(places(tt.text, got.Mismatches), " | ")); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}
