package plan_test

import (
	"testing"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

// What Go would read and not write again does not fit.
func TestCheckOddities(t *testing.T) {
	out := newPlan(
		with(operation("x-get", "Get", "GET /x"), answers(200, "m.x")),
		resource("m.x", "", "name Edm.String", "more m.x", "list []m.x", "sizes []Edm.Int32", "any []m.none"))
	checker := plan.NewChecker(out.Package, false)
	for text, rule := range map[string]string{
		`{"name": null, "more": null, "any": [null, {"a": 1, "a": 2}]}`: "",
		`null`:                            "example-type-mismatch",
		`{"sizes": [1, null]}`:            "example-type-mismatch",
		`{"list": [{}, null]}`:            "example-type-mismatch",
		`{"name": "a", "name": "b"}`:      "json-invalid",
		`{"more": {"a": {"b":1}, "A":1}}`: "json-invalid",
	} {
		_, m := checker.Check([]byte(text), gocode.Type{Name: "X", Local: true})
		got := ""
		if m != nil {
			got = string(m.Code)
		}
		if got != rule {
			t.Errorf("%s: %q, want %q", text, got, rule)
		}
	}
}
