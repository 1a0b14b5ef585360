package plan_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// TestNameOfOneMethod checks which call of a page with several methods has the name, and
// what the comment of each is about.
func TestNameOfOneMethod(t *testing.T) {
	body := sends("", "", ir.Property{Name: "limit", Type: ref("Edm.Int32")})
	for _, tt := range []struct {
		name  string
		parts []any
		want  []string
	}{
		{
			"a write",
			[]any{with(operation("moor-a-ship", "Moor a ship.", "GET /ships/{id}/berths", "POST /ships/{id}/berths"), body)},
			[]string{`Ship.ListBerths: the GET request of "Moor a ship"`, `Ship.Moor: "Moor a ship"`},
		},
		{
			"a write whose path ends with an ID",
			[]any{with(operation("create-a-berth", "Create a berth", "GET /ships/{id}/berths/{id}", "PUT /ships/{id}/berths/{id}"), body)},
			[]string{`Berth.Create: "Create a berth"`, `Berth.Get: the GET request of "Create a berth"`},
		},
		{
			"the name of another page",
			[]any{
				with(operation("moor-a-ship", "Moor a ship", "GET /ships/{id}/berths", "POST /ships/{id}/berths"), body),
				operation("ship-list-berths", "List berths", "GET /ships/berths"),
			},
			[]string{`Ship.ListBerths: "List berths"`, `Ship.Moor: "Moor a ship"`, `Ship.MoorGet: the GET request of "Moor a ship"`},
		},
		{
			"a write without a body",
			[]any{with(operation("moor-a-ship", "Moor a ship", "GET /ships/{id}/berths", "POST /ships/{id}/berths"))},
			[]string{`Ship.ListBerths: the GET request of "Moor a ship"`, `Ship.Moor: "Moor a ship"`},
		},
		{
			"a deletion",
			[]any{with(operation("ship-delete", "Delete ship", "GET /ships/{id}", "DELETE /ships/{id}"), answers(204, ""))},
			[]string{`Ship.Delete: "Delete ship"`, `Ship.Get: the GET request of "Delete ship"`},
		},
		{
			"a list",
			[]any{with(operation("ship-list", "List ships", "POST /ships", "GET /ships"), body)},
			[]string{`Ship.List: "List ships"`, `Ship.ListPost: "List ships"`},
		},
		{
			"a verb for both",
			[]any{with(operation("ship-check", "Check ships", "POST /ships", "GET /ships"), body)},
			[]string{`Ship.Check: "Check ships"`, `Ship.CheckGet: "Check ships"`},
		},
	} {
		var got []string
		for _, m := range newPlan(tt.parts...).Package.Services[0].Methods {
			got = append(got, fmt.Sprintf("%s.%s: %s", m.Service.Name, m.Name, m.Subject()))
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}

// TestBodyOfTwoMethods checks what a GET has of the body that its page documents for a
// POST, too.
func TestBodyOfTwoMethods(t *testing.T) {
	for doc, want := range map[string]string{
		"Run the GET or POST request to list ships.":                    "query limit",
		"Run the POST and GET request.":                                 "query limit",
		"Run the GET or POST request. Send filters in the POST request": "",
		"The GET lists ships. Or POST filters.":                         "",
		"Lists ships.":                                                  "",
	} {
		op := with(operation("ship-list", "List ships", "GET /ships", "POST /ships"), sends("", "", ir.Property{Name: "limit", Type: ref("Edm.Int32")}),
			calls("POST", "/ships", 200, "", `{"ships": []}`))
		op.Doc = doc
		out := newPlan(op)
		got := ""
		for _, p := range out.Package.Services[0].Methods[0].Op.Params {
			got += "query " + p.Name
		}
		if got != want {
			t.Errorf("%s: %q, want %q", doc, got, want)
		}
		checkAssumed(t, out, 1)
	}
	both := with(operation("ship-list", "List ships", "GET /ships", "POST /ships"), sends("", "", ir.Property{Name: "limit", Type: ref("Edm.Int32")}),
		calls("GET", "/ships", 200, "", `{"ships": []}`), calls("POST", "/ships", 200, "", `{"ships": []}`))
	checkAssumed(t, newPlan(both), 0)
}

// checkAssumed checks how many calls are assumed.
func checkAssumed(t *testing.T, out plan.Outcome, want int) {
	t.Helper()
	got := 0
	for _, d := range out.Diagnostics {
		if d.Code == diag.AssumedCalls {
			got++
		}
	}
	if got != want {
		t.Errorf("%d assumed calls, want %d", got, want)
	}
}
