package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/validate"
)

func codeOf(m *validate.Mismatch) string {
	if m == nil {
		return ""
	}
	return string(m.Code)
}

// JSON that Go decodes but encodes to something else is a mismatch.
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
		if got := codeOf(m); got != rule {
			t.Errorf("%s: %q, want %q", text, got, rule)
		}
	}
}

func checkedPlan() *plan.Package {
	return newPlan(
		with(operation("x-get", "Get", "GET /x"), answers(200, "m.x")),
		resource("m.x", "", "name Edm.String", "on Edm.Boolean", "size Edm.Int32", "small Edm.Byte", "ratio Edm.Double",
			"price Edm.Decimal", "at Edm.DateTimeOffset", "day Edm.Date", "key Edm.Guid", "data Edm.Binary",
			"file Edm.Stream", "more m.x", "open m.open"),
		open(resource("m.open", "", "id Edm.String"))).Package
}

// Each primitive type accepts its documented kinds of JSON, limited to the values
// that its Go type decodes.
func TestCheckPrimitives(t *testing.T) {
	checker := plan.NewChecker(checkedPlan(), false)
	const mismatch, format = "example-type-mismatch", "example-value-format"
	for text, rule := range map[string]string{
		`{"name": 1}`:                      mismatch,
		`{"on": "true"}`:                   mismatch,
		`{"size": "1"}`:                    mismatch,
		`{"size": 1.0}`:                    mismatch,
		`{"size": 2147483648}`:             mismatch,
		`{"small": -1}`:                    mismatch,
		`{"small": 255}`:                   "",
		`{"ratio": "1"}`:                   format,
		`{"ratio": true}`:                  mismatch,
		`{"ratio": 1e400}`:                 mismatch,
		`{"price": "1"}`:                   format,
		`{"price": 1e400}`:                 "",
		`{"at": "2021-03-01 08:00:00Z"}`:   format, // services write it, time.Time does not decode it
		`{"at": "2021-03-01T08:00:00Z"}`:   "",
		`{"at": 5}`:                        mismatch,
		`{"day": "some day"}`:              "", // the support code keeps the text
		`{"key": "1"}`:                     "",
		`{"data": "a"}`:                    format,
		`{"data": [1, 2]}`:                 mismatch,
		`{"file": [{"a": 1, "a": 2}]}`:     "",
		`{"more": {"more": {"name": []}}}`: mismatch,
	} {
		_, m := checker.Check([]byte(text), gocode.Type{Name: "X", Local: true})
		if got := codeOf(m); got != rule {
			t.Errorf("%s: %q, want %q", text, got, rule)
		}
	}
}

func TestCheckNames(t *testing.T) {
	pkg := checkedPlan()
	for _, tt := range []struct {
		text           string
		sent, received string // rule, dropped and kept members
	}{
		{`{"NAME": "x"}`, "example-property-case", ""},
		{`{"NAME": 1}`, "example-property-case", "example-type-mismatch"},
		{`{"more": {"what": 1}}`, "request-property-undocumented more.what", "more.what"},
		{`{"open": {"what": 1, "a@b": 2}}`, "kept open.what", "kept open.what"},
		{`{"@odata.type": "#m.x", "name@odata.type": "String", "@odata.context": "x"}`, "@odata.context @odata.type name@odata.type", ""},
		{`{"@odata.type": "#m.y"}`, "request-property-undocumented @odata.type", ""},
		{`{"@odata.id": "x"}`, "request-property-undocumented @odata.id", ""},
		{`{"#m.act": {}}`, "request-property-undocumented #m.act", "#m.act"},
		{`{"size": "x", "what": 1}`, "example-type-mismatch what", "example-type-mismatch what"},
		{`{"what": 1, "size": "x"}`, "request-property-undocumented what", "example-type-mismatch what"},
	} {
		for sent, want := range map[bool]string{true: tt.sent, false: tt.received} {
			members, m := plan.NewChecker(pkg, sent).Check([]byte(tt.text), gocode.Type{Name: "X", Local: true})
			got := codeOf(m) + " " + strings.Join(members.Dropped, " ")
			if len(members.Kept) > 0 {
				got += " kept " + strings.Join(members.Kept, " ")
			}
			if d := cmp.Diff(want, strings.Join(strings.Fields(got), " ")); d != "" {
				t.Errorf("%s, sent %t (-want +got):\n%s", tt.text, sent, d)
			}
		}
	}
}

func TestCheckResult(t *testing.T) {
	x, text := gocode.Type{Name: "X", Local: true}, gocode.Type{Name: "string"}
	checker := plan.NewChecker(checkedPlan(), false)
	for _, tt := range []struct {
		result plan.Result
		json   string
		want   string
	}{
		{plan.Result{Kind: plan.Value, Type: x}, `{"name": "a"}`, ""},
		{plan.Result{Kind: plan.Value, Type: x}, `{"value": 1}`, "value"},
		{plan.Result{Kind: plan.Collection, Type: x}, `{"value": [{"name": "a", "what": 1}], "count": 1, "@odata.count": 1}`, "count value[].what"},
		{plan.Result{Kind: plan.Collection, Type: x}, `{"value": [null]}`, "example-type-mismatch"},
		{plan.Result{Kind: plan.Collection, Type: x}, `{"value": {}}`, "example-type-mismatch"},
		{plan.Result{Kind: plan.Collection, Type: x}, `{"name": "a"}`, "example-type-mismatch"},
		{plan.Result{Kind: plan.Collection, Type: x}, `[]`, "example-type-mismatch"},
		{plan.Result{Kind: plan.Scalar, Type: text}, `{"value": "a", "more": 1}`, ""},
		{plan.Result{Kind: plan.Scalar, Type: text}, `{"value": 1}`, "example-type-mismatch"},
		{plan.Result{Kind: plan.Scalar, Type: text}, `"a"`, ""},
		{plan.Result{Kind: plan.Scalar, Type: x}, `{"value": {"what": 1}}`, "what"},
	} {
		members, m := checker.CheckResult([]byte(tt.json), tt.result)
		got := strings.TrimSpace(codeOf(m) + " " + strings.Join(members.Dropped, " "))
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.json, got, tt.want)
		}
	}
}

// Used names the types that results depend on, with their bases.
func TestCheckerUsed(t *testing.T) {
	checker := plan.NewChecker(checkedPlan(), false)
	checker.Check([]byte(`{"open": {"id": "1"}}`), gocode.Type{Name: "X", Local: true})
	if d := cmp.Diff([]string{"Open", "X"}, checker.Used()); d != "" {
		t.Errorf("first call (-want +got):\n%s", d)
	}
	if got := checker.Used(); len(got) > 0 {
		t.Errorf("second call: %v, want none", got)
	}
}
