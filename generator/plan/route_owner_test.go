package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
)

func TestOwner(t *testing.T) {
	out := newPlan(operation("a-get", "Get", "GET /users/{id}"), operation("b-get", "Get", "GET /users/{user-id}", "GET /b"))
	a, b := out.Package.Services[0].Methods[0], out.Package.Services[1].Methods[0]
	if out.Package.Owner(a, a.Routes[0]) != a || out.Package.Owner(b, b.Routes[0]) != a || out.Package.Owner(b, b.Routes[1]) != b {
		t.Error("the owner of a shared route must be the first page in the plan; other routes must belong to their page")
	}
	if d := cmp.Diff([]string{"info operation-documented-twice"}, rules(out)); d != "" {
		t.Error(d)
	}
}

// The owner of a route is the candidate with the best rank, in any order.
func TestOwnerRank(t *testing.T) {
	for _, tt := range []struct {
		name         string
		loser, owner ir.Operation
	}{
		{"what a query adds", operation("a-get", "Get", "GET /users/{id}?$expand=extensions"), operation("user-get", "Get", "GET /users/{id}")},
		{"another call of the method", operation("item-move", "Move", "PATCH /items/{id}"), operation("item-update", "Update", "PATCH /items/{id}")},
		{"a longer name", operation("eventmessage-get", "Get", "GET /me/messages/{id}"), operation("message-get", "Get", "GET /me/messages/{id}")},
		{"another resource", operation("a-create", "Create", "POST /me/events"), operation("user-post-events", "Create event", "POST /me/events")},
		{"one place of many", operation("a-list", "List", "GET /x/{id}", "GET /y/{id}", "GET /z/{id}"), operation("b-list", "List", "GET /x/{id}")},
	} {
		out := newPlan(tt.loser, tt.owner)
		for _, s := range out.Package.Services {
			m := s.Methods[0]
			if owner := out.Package.Owner(m, m.Routes[0]); owner.Op.Name != tt.owner.Name {
				t.Errorf("%s: the owner of %s is %s", tt.name, m.Routes[0].Template, owner.Key)
			}
		}
	}
}
