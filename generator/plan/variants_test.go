package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
)

// calls adds an example of a call with its response. typ is the documented type of
// the response.
func calls(method, url string, status int, typ, body string) func(*ir.Operation) {
	return func(op *ir.Operation) {
		op.Examples = append(op.Examples, ir.Example{
			Request:  &ir.Request{Method: method, URL: "https://example.com/v1.0" + url, Message: message("")},
			Response: &ir.Reply{Status: status, Type: ref(typ), Message: message(body)},
		})
	}
}

func TestSplitByAnswer(t *testing.T) {
	user, settings := resource("m.user", "", "id Edm.String"), resource("m.settings", "", "hours m.hours")
	hours := resource("m.hours", "", "zone Edm.String")
	for _, tt := range []struct {
		name string
		op   ir.Operation
		want []string
	}{
		{
			"a redirect and JSON",
			with(operation("report-get", "Get report", "GET /report"), answers(302, ""), answers(200, "m.user"),
				calls("GET", "/report?$format=csv", 302, "", ""), calls("GET", "/report?$format=json", 200, "m.user", `{"id": "a"}`)),
			[]string{"Report.Get() value", "Report.GetRedirect() redirect"},
		},
		{
			"a body for one of two methods",
			with(operation("ship-list", "List ships", "GET /ships", "POST /ships"), sends("", "", ir.Property{Name: "limit", Type: ref("Edm.Int32")}), answers(200, "m.user"),
				calls("POST", "/ships", 200, "m.user", `{"id": "a"}`)),
			[]string{"Ship.List() value", "Ship.ListPost() value"},
		},
		{
			"reading and deleting",
			with(operation("ship-manage", "Manage ship", "DELETE /ships/{id}", "GET /ships/{id}"), answers(204, ""), calls("GET", "/ships/1", 200, "m.user", `{"id": "a"}`)),
			[]string{"Ship.Manage() AtShips(shipID) none", "Ship.ManageGet() AtShips(shipID) value"},
		},
		{
			"two methods without a body",
			with(operation("ship-leave", "Leave ship", "DELETE /ships/{id}", "POST /ships/{id}/leave"), answers(204, "")),
			[]string{"Ship.Leave() AtShips(shipID) none", "Ship.LeaveDelete() AtShips(shipID) none"},
		},
		{
			"an example for each of two methods",
			with(operation("ship-move", "Move ship", "GET /ships/{id}/moves", "POST /ships/{id}/moves"), answers(200, "m.user"),
				calls("GET", "/ships/1/moves", 200, "m.user", `{"id": "a"}`), calls("POST", "/ships/1/moves", 200, "m.user", `{"id": "a"}`)),
			[]string{"Ship.ListMoves() AtShips(shipID) value", "Ship.Move() AtShips(shipID) value"},
		},
		{
			"a redirect alone",
			with(operation("report-get", "Get report", "GET /report"), calls("GET", "/report", 302, "", ""), calls("GET", "/elsewhere", 200, "", "abc")),
			[]string{"Report.Get() redirect"},
		},
		{
			"a longer path with another type",
			with(operation("settings-get", "Get settings", "GET /me/settings", "GET /users/{id}/settings", "GET /me/settings/hours", "GET /users/{id}/settings/hours"),
				calls("GET", "/me/settings", 200, "m.settings", `{"hours": {}}`), calls("GET", "/me/settings/hours", 200, "m.hours", `{"zone": "a"}`)),
			[]string{"Settings.Get() AtMe() AtUsers(userID) value", "Settings.GetHours() AtMe() AtUsers(userID) value"},
		},
		{
			"two types at one path",
			with(operation("settings-get", "Get settings", "GET /me/settings"),
				calls("GET", "/me/settings", 200, "m.settings", `{"hours": {}}`), calls("GET", "/me/settings", 200, "m.hours", `{"zone": "a"}`)),
			[]string{"Settings.Get() AtMe() value"},
		},
		{
			"bytes at another path",
			with(operation("settings-update", "Update settings", "PATCH /settings", "PATCH /settings/logo"), sends("m.settings", ""),
				shows(`{"hours": {}}`, 204, ""), func(op *ir.Operation) {
					op.Examples = append(op.Examples, ir.Example{
						Request:  &ir.Request{Method: "PATCH", URL: "/settings/logo", Message: message("abc")},
						Response: &ir.Reply{Status: 204, Message: message("")},
					})
				}),
			[]string{"Settings.Update() none", "Settings.UpdateLogo() none"},
		},
	} {
		out := newPlan(tt.op, user, settings, hours)
		got := methods(out)
		for i, m := range out.Package.Services[0].Methods {
			got[i] += " " + resultKinds[m.Result.Kind]
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}

func TestSplit(t *testing.T) {
	op := with(operation("photo-get", "Get photo", "GET /me/photo", "GET /me/photo/$value", "GET /photos/{id}/$value"), answers(200, "m.photo"))
	for _, url := range []string{"/me/photo", "/me/photo/$value", "/nowhere"} {
		op.Examples = append(op.Examples, ir.Example{Request: &ir.Request{Method: "GET", URL: url}})
	}
	out := newPlan(op, resource("m.photo", ""))
	if d := cmp.Diff([]string{"Photo.Get() AtMe()", "Photo.GetValue() AtMe() AtPhotos(photoID)"}, methods(out)); d != "" || out.Operations != 1 {
		t.Error(d)
	}
	var got []string
	for _, m := range out.Package.Services[0].Methods {
		for _, ex := range m.Op.Examples {
			got = append(got, m.Name+" "+ex.Request.URL)
		}
	}
	if d := cmp.Diff([]string{"Get /me/photo", "Get /nowhere", "GetValue /me/photo/$value"}, got); d != "" {
		t.Error(d)
	}
	if len(op.Routes) != 3 || len(op.Examples) != 3 {
		t.Error("planning changed the operation")
	}
}
