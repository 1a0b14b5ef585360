package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/mdwire/mdwire/generator/plan"
)

func TestRoutes(t *testing.T) {
	tests := []struct {
		name   string
		routes []string
		want   string
	}{
		{"no argument", []string{"GET /me"}, "A.Get() AtMe()"},
		{"id after its collection", []string{"GET /users/{id}/messages/{id}"}, "A.Get() AtUsersMessages(userID, messageID)"},
		{"several ids after one word", []string{"GET /a/{id}/{id}/{id}"}, "A.Get() AtA(aID, aID2, aID3)"},
		{"a number that is also documented", []string{"GET /a/{y}/{y}/{y2}"}, "A.Get() AtA(y, y2, y22)"},
		{"names that differ in case", []string{"GET /a/{FOO}/{foo}"}, "A.Get() AtA(foo, foo2)"},
		{"a choice", []string{"GET /users/{id | userPrincipalName}"}, "A.Get() AtUsers(userID)"},
		{"a choice of clear names", []string{"GET /users/{mail|phone}"}, "A.Get() AtUsers(mail)"},
		{"a function", []string{"GET /f(start='{start}',top={n})/{id}"}, "A.Get() AtF(start, n, id)"},
		{"a cast", []string{"GET /x/microsoft.graph.user/{id}"}, "A.Get() AtUser(userID)"},
		{"a path after a colon", []string{"GET /drive/root:/{item-path}:/children"}, "A.Get() AtRootPath(itemPath)"},
		{"names used in generated code", []string{"GET /{type}/{string}/{ctx}/{opts}/{segment}/{graph}"}, "A.Get() AtX(typeArg, stringArg, ctxArg, optsArg, segmentArg, graphArg)"},
		{"an owner in a key of several parts", []string{"GET /crews({crewId})/shifts({crewId},{shiftId})"}, "A.Get() AtCrewsShifts(crewID, shiftID)"},
		{"an owner in a key of named parts", []string{"GET /crews({crewId})/shifts(crewId={crewId},id={shiftId})"}, "A.Get() AtCrewsShiftsCrewIDID(crewID, shiftID)"},
		{"an owner in the key of its only document", []string{"GET /bills({billid})/printout({billId})/content"}, "A.Get() AtBillsPrintout(billID)"},
		{"elements of one type", []string{"GET /crews({crewId})/substitutes({crewId})"}, "A.Get() AtCrewsSubstitutes(crewID, crewID2)"},
		{"elements after slashes", []string{"GET /crews/{crewId}/relievedBy/{crewId}"}, "A.Get() AtCrewsRelievedBy(crewID, crewID2)"},
		{"a relation to another element", []string{"GET /crews({crewId})/relievedBy({crewId})"}, "A.Get() AtCrewsRelievedBy(crewID, crewID2)"},
		{"an id in a key of several parts", []string{"GET /crews({id})/shifts({id},{shiftId})"}, "A.Get() AtCrewsShifts(crewID, id, shiftID)"},
		{"an id in lower case", []string{"GET /nightCrews({crewid})/grids({gridid})/valid({valid})"}, "A.Get() AtNightCrewsGridsValid(crewID, gridID, valid)"},
		{"no name", []string{"GET /a/{}/{1}"}, "A.Get() AtA(xArg, x1)"},
		{"a required query", []string{"GET /a?start={s}&$top={n}&end={e}&fix=1"}, "A.Get(start, end)"},
		{"a query given twice", []string{"GET /a?q={x}&q={y}"}, "A.Get(q)"},
		{"a query named as a parameter", []string{"GET /a/{q}?q={x}"}, "A.Get(qQuery) AtA(q)"},
		{"a query named as the input's field", []string{"GET /a?request={x}"}, "A.Get(requestQuery)"},
		{"me or a user", []string{"GET /me/messages", "GET /users/{id}/messages"}, "A.Get() AtMe() AtUsers(userID)"},
		{"a query of both", []string{"GET /me/view?start={s}", "GET /users/{id}/view?start={s}&other={o}"}, "A.Get(start) AtMe() AtUsers(userID)"},
		{"with an argument and without", []string{"GET /me/calendar", "GET /me/calendar/{id}"}, "A.Get() AtMe() AtMeCalendar(calendarID)"},
		{"the fewest distinct words", []string{"GET /a/b/c/x", "GET /a/d/c/x", "GET /e/x"}, "A.GetABC(); A.GetADC(); A.GetE()"},
		{"two methods", []string{"PUT /me/photo", "PATCH /me/photo"}, "A.Get() AtMe(); A.GetPatch() AtMe()"},
		{"duplicate shape", []string{"GET /users/{id}", "GET /USERS/{user-id}/"}, "A.Get() AtUsers(userID)"},
		{"abbreviated routes", []string{"GET /a/{id}", "GET /a/{id}/.../b"}, "A.Get() AtA(aID)"},
		{"a route named as its type", []string{"GET /all/route", "GET /all/map"}, "A.GetMap(); A.GetRoute()"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.Join(methods(newPlan(operation("a-get", "Get", tt.routes...))), "; ")
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestPieces(t *testing.T) {
	literal := func(s string) plan.Piece { return plan.Piece{Literal: s, Arg: -1} }
	tests := []struct {
		path, template string
		pieces         []plan.Piece
		args           []plan.Arg
	}{
		{"/me", "/me", []plan.Piece{literal("/me")}, nil},
		{"me/", "/me/", []plan.Piece{literal("/me/")}, nil},
		{"/a//b/{id}/", "/a//b/{id}/", []plan.Piece{literal("/a//b/"), {Arg: 0}, literal("/")}, []plan.Arg{{Name: "bID", Field: "BID", Param: "id", Kind: plan.Segment}}},
		{"/", "/", []plan.Piece{literal("/")}, nil},
		{
			"~/users/<id>", "/users/{id}",
			[]plan.Piece{literal("/users/"), {Arg: 0}},
			[]plan.Arg{{Name: "userID", Field: "UserID", Param: "id", Kind: plan.Segment}},
		},
		{
			"/users/(user-id)/x", "/users/{user-id}/x",
			[]plan.Piece{literal("/users/"), {Arg: 0}, literal("/x")},
			[]plan.Arg{{Name: "userID", Field: "UserID", Param: "user-id", Kind: plan.Segment}},
		},
		{
			"/root:/{item-path}:/x", "/root:/{item-path}:/x",
			[]plan.Piece{literal("/root:/"), {Arg: 0}, literal(":/x")},
			[]plan.Arg{{Name: "itemPath", Field: "ItemPath", Param: "item-path", Kind: plan.Subpath}},
		},
		{
			"/range(address='{address}',n={n})", "/range(address='{address}',n={n})",
			[]plan.Piece{literal("/range(address='"), {Arg: 0}, literal("',n="), {Arg: 1}, literal(")")},
			[]plan.Arg{{Name: "address", Field: "Address", Param: "address", Key: "address", Kind: plan.Quoted}, {Name: "n", Field: "N", Param: "n", Key: "n", Kind: plan.Unquoted}},
		},
		{"/{body}", "/{body}", []plan.Piece{literal("/"), {Arg: 0}}, // Body is the input's own field
			[]plan.Arg{{Name: "bodyArg", Field: "BodyArg", Param: "body", Kind: plan.Segment}}},
	}
	for _, tt := range tests {
		got := newPlan(operation("a-get", "Get", "GET "+tt.path)).Package.Services[0].Methods[0].Routes[0]
		want := plan.Route{Method: "GET", Template: tt.template, Pieces: tt.pieces, Args: tt.args, Shape: got.Shape}
		for i := range tt.args {
			want.ArgFields = append(want.ArgFields, i)
		}
		if d := cmp.Diff(want, got, cmpopts.IgnoreFields(plan.Route{}, "Place")); d != "" {
			t.Errorf("%s: %s", tt.path, d)
		}
	}
}
