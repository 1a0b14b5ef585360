package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mdwire/mdwire/generator/plan"
)

// TestPlaces checks where the place of a path ends, and its name.
func TestPlaces(t *testing.T) {
	for _, tt := range []struct{ path, want string }{
		{"/berths", ""},
		{"/me/berths", "AtMe /me"},
		{"/berths/{id}", "AtBerths /berths/{berthID}"},
		{"/berths/{id}/boats/{id}/move", "AtBerthsBoats /berths/{berthID}/boats/{boatID}"},
		{"/v1/berths/{id}/$value", "AtBerths …/berths/{berthID}"},
		{"/berths/{id}/free(from='{from}')", "AtBerths /berths/{berthID}"},
		{"/berths/{id}/free(from='{from}')/$count", "AtBerths /berths/{berthID}"},
		{"/free(from='{from}')", ""},
		{"/plans/{id}/area(name='{name}')/clear", "AtPlansArea /plans/{planID}/area(name='{planName}')"},
		{"/berths({id})/boats", "AtBerths /berths({berthID})"},
		{"/berths(code='{code}')/boats", "AtBerthsCode /berths(code='{code}')"},
		{"/plan/root:/{path}:/sheets/{id}/clear", "AtRootPathSheets …/root:/{path...}:/sheets/{sheetID}"},
		{"/fleet/me/boats", "AtMe …/me"},
		{"/fleet/boats/{id}/move", "AtBoats …/boats/{boatID}"},
		{"/groups/{id}/harbour.berth/{id}", "AtGroupsBerth /groups/{groupID}/harbour.berth/{berthID}"},
	} {
		m := newPlan(operation("berth-get", "Get", "GET "+tt.path)).Package.Services[0].Methods[0]
		got := ""
		if m.HasPlace() {
			got = m.Places()[0].Name + " " + m.Places()[0].Path
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.path, got, tt.want)
		}
	}
}

// Paths that differ in the letter case and the names of their parameters are one place.
func TestUnifyPlaces(t *testing.T) {
	out := newPlan(
		operation("berth-get", "Get", "GET /quays/{quay}/dryberths/{id}"),
		operation("berth-delete", "Delete", "DELETE /quays/{id}/dryBerths/{dryBerthId}"),
		operation("berth-move", "Move", "POST /quays/dryBerths/{id}/move"),
	)
	var got []string
	for _, p := range out.Package.Places {
		got = append(got, p.Name+" "+p.Path)
	}
	want := []string{"AtDryBerths …/dryBerths/{dryBerthID}", "AtQuaysDryBerths /quays/{quayID}/dryBerths/{dryBerthID}"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestGivenPlaces checks that a place keeps its earlier name if it is one of the names
// that its path allows.
func TestGivenPlaces(t *testing.T) {
	berth := operation("berth-delete", "Delete", "DELETE /dryBerths/{id}")
	for given, want := range map[string]string{"AtDryberths": "AtDryberths", "AtDRYBERTHSByDryBerthID": "AtDRYBERTHSByDryBerthID", "AtBoats": "AtDryBerths", "X;": "AtDryBerths"} {
		out := newPlanGiven([]plan.Name{{Place: "atdryberths/1", Go: given}}, berth)
		if got := out.Package.Places[0].Name; got != want {
			t.Errorf("given %q: %s, want %s", given, got, want)
		}
	}
}

// TestCallVariants checks that each Go method has one route for each place, and the
// names of the methods.
func TestCallVariants(t *testing.T) {
	for _, tt := range []struct {
		name   string
		title  string
		routes []string
		want   string
	}{
		{"places in two areas", "Move boat", []string{"POST /fleet/boats/{id}/move", "POST /harbour/boats/{id}/move"}, "MoveBoat"},
		{"one call", "List", []string{"GET /me/boats", "GET /users/{id}/boats", "GET /users/{id}/harbours/{id}/boats"}, "List"},
		{"another path at a place", "List", []string{"GET /me/boats", "GET /users/{id}/boats", "GET /me/harbour/boats"}, "List ListHarbour"},
		{"paths that are alike", "Get", []string{"GET /plans/{id}/axes/x", "GET /plans/{id}/axes/y"}, "GetX GetY"},
		{"the name of the method", "List boats", []string{"GET /me/rafts", "GET /me/boats"}, "ListBoats ListBoatsRafts"},
		{"arguments", "Report", []string{"GET /use(period='{period}')", "GET /use(date={date})"}, "Report ReportDate"},
		{"constant arguments", "Draw", []string{"GET /plans/{id}/image", "GET /plans/{id}/image(width=640)"}, "Draw DrawWidth"},
		{"without a place", "List", []string{"GET /boats", "GET /harbours/{id}/boats"}, "List ListBoats"},
		{"two HTTP methods", "Update", []string{"PATCH /me/boat", "PUT /me/boat"}, "Update UpdatePut"},
		{"nothing distinguishes them", "List", []string{"GET /me/boats", "GET /me"}, "List ListBoats"},
	} {
		var got []string
		for _, m := range newPlan(operation("berth-"+strings.ReplaceAll(strings.ToLower(tt.title), " ", "-"), tt.title, tt.routes...)).Package.Services[0].Methods {
			got = append(got, m.Name)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}
