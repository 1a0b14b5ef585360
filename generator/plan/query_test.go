package plan_test

import (
	"fmt"
	"testing"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// TestQuery checks which query parameters a method sends in all calls.
func TestQuery(t *testing.T) {
	for _, tt := range []struct {
		name     string
		op       ir.Operation
		want     string // arguments, fixed parameters
		reported bool   // that one is assumed to be optional
	}{
		{"a placeholder", operation("a-get", "Get", "GET /a?n={n}"), "[n] []", false},
		{"a placeholder of an optional parameter", with(operation("a-get", "Get", "GET /a?n={n}"), queries(ir.Param{Name: "N", Optional: true})), "[] []", false},
		{"a value", operation("a-get", "Get", "GET /a?n=x&m={m}"), "[m] [{n x}]", false},
		{"an option of OData", operation("a-get", "Get", "GET /a?$n=x"), "[] []", false},
		{"a value in one of two routes", operation("a-get", "Get", "GET /a/{id}?n=x", "GET /b/{id}"), "[] []", false},
		{"two values", operation("a-get", "Get", "GET /a/{id}?n=x", "GET /b/{id}?n=y"), "[n] []", false},
		{"a value that examples have", with(operation("a-get", "Get", "GET /a?n=x"), calls("GET", "/a?n=x", 204, "", "")), "[] [{n x}]", false},
		{"a value and another in an example", with(operation("a-get", "Get", "GET /a?n=x"), calls("GET", "/a?n=y", 204, "", "")), "[n] []", false},
		{"a value and none in an example", with(operation("a-get", "Get", "GET /a?n=x"), calls("GET", "/a?m=y", 204, "", "")), "[] []", true},
		{"a value that is the only one", with(operation("a-get", "Get", "GET /a?n=x"), queries(ir.Param{Name: "n", Doc: `The kind: "X".`})), "[] [{n x}]", false},
		{"a value that is one of two", with(operation("a-get", "Get", "GET /a?n=x"), queries(ir.Param{Name: "n", Doc: `"X" or "y".`})), "[n] []", false},
		{"a required parameter", with(operation("a-get", "Get", "GET /a"), queries(ir.Param{Name: "n", Required: true}, ir.Param{Name: "m"})), "[n] []", false},
		{"a required parameter that an example leaves out", with(operation("a-get", "Get", "GET /a"), queries(ir.Param{Name: "n", Required: true}), calls("GET", "/a", 204, "", "")), "[] []", true},
	} {
		out := newPlan(tt.op)
		m := out.Package.Services[0].Methods[0]
		args := []string{}
		for _, a := range m.Query {
			args = append(args, a.Param)
		}
		fixed := append([]plan.FixedParam{}, m.Fixed...)
		if got := fmt.Sprint(args, fixed); got != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
		reported := false
		for _, d := range out.Diagnostics {
			reported = reported || d.Code == diag.AssumedOptional
		}
		if reported != tt.reported {
			t.Errorf("%s: reported is %v", tt.name, reported)
		}
	}
}

// queries documents query parameters.
func queries(params ...ir.Param) func(*ir.Operation) {
	return func(op *ir.Operation) {
		for _, p := range params {
			p.In = ir.InQuery
			op.Params = append(op.Params, p)
		}
	}
}
