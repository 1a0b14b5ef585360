package plan_test

import (
	"strings"
	"testing"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// TestFittingTypes tests the types of bodies and results that the page does not name, or
// that the example contradicts.
func TestFittingTypes(t *testing.T) {
	const label = `{"color": "red", "size": 1}`
	create := func(title string) ir.Operation { return operation("x-do", title, "POST /quays/{id}/labels") }
	update, put, del := operation("x-do", "Change", "PATCH /quays/{id}/labels({key})"), operation("x-do", "Replace", "PUT /labels/{id}"), operation("x-do", "Delete", "DELETE /labels/{id}")
	other := func(op *ir.Operation) { op.Responses[0].OtherType = "m.label" }
	tests := []struct {
		name     string
		op       ir.Operation
		body     string
		result   string
		messages string
	}{
		{
			"the path names both", with(create("Create label"), shows(label, 201, label)), "json Label body", "Label",
			`the page names no type of the response; assumed to be "m.label", which fits the example; the page names no type of the request body; assumed to be "m.label", which fits the example`,
		},
		{
			"a contradicted type", with(create("Create label"), sends("m.quay", ""), answers(201, "m.quay"), shows(label, 201, label)), "json Label body", "Label",
			`the example response has no property of the type "m.quay" that the page names; assumed to be "m.label", which fits the example; ` +
				`the example request has no property of the type "m.quay" that the page names; assumed to be "m.label", which fits the example`,
		},
		{
			"a contradicted type, and none fits", with(create("Create label"), sends("m.quay", ""), answers(201, "m.quay"), shows(`{"a": 1, "b": 2}`, 201, "")), "json json.RawMessage body", "Quay",
			`the example request has no property of the type "m.quay" that the page names; assumed to be raw JSON`,
		},
		{
			"a change of one property", with(update, shows(`{"size": 1}`, 200, label)), "json LabelUpdate body: Color Opt string, Size Opt int32", "Label",
			`the page names no type of the response; assumed to be "m.label", which fits the example; the page names no type of the request body; assumed to be "m.label", which fits the example`,
		},
		{
			"a change without an example of the body", with(update, sends("", ""), shows("", 200, label)), "json LabelUpdate body: Color Opt string, Size Opt int32", "Label",
			`the page names no type of the response; assumed to be "m.label", which fits the example; the page names no type of the request body; assumed to be "m.label", which fits the example`,
		},
		{
			"one property in five is misspelt", with(del, shows("", 200, `{"a": 1, "b": 1, "c": 1, "d": 1, "misspelt": 1, "@odata.etag": ""}`), func(op *ir.Operation) { op.Routes[0].Path, _ = ir.ParsePath("/crates/{id}") }), "no", "Crate",
			`the page names no type of the response; assumed to be "m.crate", which fits the example`,
		},
		{
			"a property is unknown", with(create("Create label"), shows(`{"color": "red", "other": 1}`, 201, `{"color": "red", "other": 1}`)), "json json.RawMessage body", "json.RawMessage",
			"the page names no type of the response; assumed to be raw JSON; the page does not describe the request body; assumed to be raw JSON",
		},
		{
			"the text of the link", with(operation("x-do", "Get", "GET /x"), answers(200, "m.quay"), other, shows("", 200, label)), "no", "Label",
			`the example response has no property of the type "m.quay" that the page names; assumed to be "m.label", which fits the example`,
		},
		{
			"the text of the link, next to a target with one property", with(operation("x-do", "Get", "GET /x"), answers(200, "m.pier"), other, shows("", 200, label)), "no", "Label",
			`the example response has properties that "m.pier" lacks, the target of the link; assumed to be "m.label", its text`,
		},
		{
			"elements of the named type", with(operation("x-do", "Get", "GET /x"), answers(200, "m.labels"), shows("", 200, `{"total": 1, "items": [`+label+`]}`)), "no", "*Label",
			`the list in "items" has no property of the type that the page names; assumed to be a list of m.label`,
		},
		{
			"elements of no type", with(operation("x-do", "Get", "GET /x"), answers(200, "m.labels"), shows("", 200, `{"total": 1, "items": [{"a": 1, "b": 2}]}`)), "no", "json.RawMessage",
			`the list in "items" has no property of the type that the page names; assumed to be a list of raw JSON`,
		},
		{"a PUT that returns the type", with(put, answers(200, "m.label"), shows(`{"Color": "red"}`, 200, label)), "json Label body", "Label", ""},
		{
			"a PUT that returns another type", with(put, answers(200, "m.label"), shows(`{"other": 1}`, 200, label)), "json json.RawMessage body", "Label",
			"the page does not describe the request body; assumed to be raw JSON",
		},
		{
			"documented properties that fit", with(create("Label"), sends("m.quay", "", property("color Edm.String"), property("size Edm.Int32")), shows(label, 204, "")), "json XDoBody body: Color string, Size *int32", "",
			`the example request has no property of the type "m.quay" that the page names; assumed to have the properties in the table`,
		},
		{
			"documented properties that do not fit", with(create("Label"), sends("m.quay", "", property("color Edm.String")), shows(`{"a": 1, "b": 2}`, 204, "")), "json json.RawMessage body", "",
			`the example request has no property of the type "m.quay" that the page names; assumed to be raw JSON`,
		},
		{"documented properties", with(create("Create label"), sends("", "", property("color Edm.String"), property("size Edm.Int32")), shows(label, 204, "")), "json XDoBody body: Color string, Size *int32", "", ""},
		{
			"a type that no page documents", with(create("Create label"), answers(201, "m.none"), shows("", 201, label)), "no", "json.RawMessage",
			`no page documents the type "m.none" of the response; assumed to be raw JSON`,
		},
	}
	for _, tt := range tests {
		out := newPlan(tt.op, resource("m.quay", "", "name Edm.String", "depth Edm.Int32"), resource("m.label", "", "color Edm.String", "size Edm.Int32"),
			resource("m.pier", "", "color Edm.String", "depth Edm.Int32"), resource("m.labels", "", "all []m.label"),
			resource("m.crate", "", "a Edm.Int32", "b Edm.Int32", "c Edm.Int32", "d Edm.Int32", "e Edm.Int32"))
		m := out.Package.Services[0].Methods[0]
		body := strings.ReplaceAll(bodyOf(out), m.Key, "XDo")
		if result := typeName(m.Result.Type); body != tt.body || result != tt.result {
			t.Errorf("%s: body %s, result %s; want %s, %s", tt.name, body, result, tt.body, tt.result)
		}
		var got []string
		for _, d := range out.Diagnostics {
			if d.Code == diag.AssumedType || d.Code == diag.AssumedResult {
				got = append(got, d.Message)
			}
		}
		if messages := strings.Join(got, "; "); messages != tt.messages {
			t.Errorf("%s: got  %s\nwant %s", tt.name, messages, tt.messages)
		}
	}
}
