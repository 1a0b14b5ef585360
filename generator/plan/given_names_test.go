package plan_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// TestGivenNames checks which names of an earlier run are kept.
func TestGivenNames(t *testing.T) {
	hoist := operation("intune-cranes-hoist-get", "Get", "GET /cranes/hoist")
	other := operation("intune-trucks-hoist-get", "Get", "GET /trucks/hoist")
	moor := operation("moor-a-ship", "Moor a ship", "GET /ships/{id}/berths", "POST /ships/{id}/berths")
	berths := operation("ship-list-berths", "List berths", "GET /berths")
	answer := with(operation("a-get", "Get", "GET /a"), answers(200, "m.hoistService"))
	service := resource("m.hoistService", "", "id Edm.String")
	tests := []struct {
		name  string
		given []plan.Name
		pages []any
		want  []string
	}{
		{"none", nil, []any{hoist, other}, []string{"Hoist.GetCranes()", "Hoist.GetTrucks()"}},
		{"the short name", []plan.Name{{Page: hoist.Name, Go: "Hoist.Get"}}, []any{hoist, other}, []string{"Hoist.Get()", "Hoist.GetTrucks()"}},
		{"the long name", []plan.Name{{Page: hoist.Name, Go: "Hoist.GetCranes"}}, []any{hoist}, []string{"Hoist.GetCranes()"}},
		{"a name of another page", []plan.Name{{Page: hoist.Name, Go: "Hoist.Lift"}, {Page: other.Name, Go: "Crane.Get"}}, []any{hoist}, []string{"Hoist.Get()"}},
		{"no name", []plan.Name{{Page: hoist.Name, Go: "Hoist"}, {Page: other.Name, Go: ".\n"}}, []any{hoist, other}, []string{"Hoist.GetCranes()", "Hoist.GetTrucks()"}},
		{"a spelling", []plan.Name{{Page: "mailtips-get", Go: "Mailtips.Get"}}, []any{
			operation("mailtips-get", "Get", "GET /x"), operation("mailtips-list", "mailTips: list", "GET /y"),
		}, []string{"Mailtips.Get()", "Mailtips.List()"}},
		{
			"the name of a GET beside a write, which a new page also has",
			[]plan.Name{{Page: moor.Name, Go: "Ship.Moor"}, {Page: moor.Name, Part: "Get", Go: "Ship.ListBerths"}},
			[]any{berths, moor},
			[]string{"Ship.ListBerths() AtShips(shipID)", "Ship.ListBerthsCall()", "Ship.Moor() AtShips(shipID)"},
		},
		{
			"the name of a GET beside a write, after the page with its name is gone",
			[]plan.Name{{Page: moor.Name, Go: "Ship.Moor"}, {Page: moor.Name, Part: "Get", Go: "Ship.MoorGet"}},
			[]any{moor},
			[]string{"Ship.Moor() AtShips(shipID)", "Ship.MoorGet() AtShips(shipID)"},
		},
		{
			"a service whose type is taken",
			[]plan.Name{{Page: hoist.Name, Go: "HoistResource.Get"}, {Type: "m.hoistService", Go: "HoistService"}},
			[]any{answer, hoist, service},
			[]string{"A.Get()", "HoistResource.Get()"},
		},
		{
			"a service that took the name of a type",
			[]plan.Name{{Page: hoist.Name, Go: "Hoist.Get"}, {Type: "m.hoistService", Go: "HoistServiceType"}},
			[]any{answer, hoist, service},
			[]string{"A.Get()", "Hoist.Get()"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out := newPlanGiven(tt.given, tt.pages...)
			if d := cmp.Diff(tt.want, methods(out)); d != "" {
				t.Error(d)
			}
			again := newPlanGiven(out.Names, tt.pages...)
			if d := cmp.Diff(out.Names, again.Names); d != "" {
				t.Errorf("the next run changes names: %s", d)
			}
		})
	}
}

// TestGivenBodies checks that a new constant of an enum does not take the name of the
// type for a body.
func TestGivenBodies(t *testing.T) {
	hoist := with(operation("crane-hoist", "Hoist", "POST /cranes/hoist"), sends("", "application/json", properties("load Edm.String")...))
	crane := with(operation("a-get", "Get", "GET /a"), answers(200, "m.crane"))
	small := enum("m.crane", "hoist")
	grown := enum("m.crane", "hoist", "hoistBody")
	before := newPlanGiven(nil, crane, hoist, small)
	after := newPlanGiven(before.Names, crane, hoist, grown)
	if d := cmp.Diff(before.Names, after.Names); d != "" {
		t.Errorf("names change: %s", d)
	}
	if !slices.Contains(before.Names, plan.Name{Body: "CraneHoistBody", Go: "CraneHoistBody"}) {
		t.Errorf("no name of the body in %+v", before.Names)
	}
}

func newPlanGiven(given []plan.Name, parts ...any) plan.Outcome {
	s := &ir.Spec{}
	for _, p := range parts {
		switch p := p.(type) {
		case ir.Operation:
			s.Operations = append(s.Operations, p)
		case ir.Resource:
			s.Resources = append(s.Resources, p)
		}
	}
	return plan.New(s, plan.Options{Name: "graph", ImportPath: "example.com/graph", Given: given})
}
