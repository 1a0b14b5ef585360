package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
)

func TestOwner(t *testing.T) {
	out := newPlan(operation("a-get", "Get", "GET /users/{id}"), operation("b-get", "Get", "GET /users/{user-id}", "GET /b/{id}"))
	a, b := out.Package.Services[0].Methods[0], out.Package.Services[1].Methods[0]
	if out.Package.Owner(a, a.Routes[0]) != a || out.Package.Owner(b, b.Routes[0]) != a || out.Package.Owner(b, b.Routes[1]) != b {
		t.Error("the owner of a shared route must be the first page in the plan; other routes must belong to their page")
	}
	if d := cmp.Diff([]string{"info operation-documented-twice"}, rules(out)); d != "" {
		t.Error(d)
	}
}

// A query argument that only one of two pages of a route has is optional.
func TestOwnerQuery(t *testing.T) {
	out := newPlan(operation("thing-find", "Find", "GET /things?size={size}&filter={filter}"), operation("things-list", "List things", "GET /things?size={size}"))
	for _, s := range out.Package.Services {
		for _, m := range s.Methods {
			for _, q := range m.Query {
				if isOwner := out.Package.Owner(m, m.Routes[0]) == m; q.Optional != (isOwner && q.Param == "filter") {
					t.Errorf("%s: %s: optional is %v", m.Key, q.Param, q.Optional)
				}
			}
		}
	}
}

// An example with a value that is a name in the path of another page is a call of
// that page for servers.
func TestOverlaps(t *testing.T) {
	lines := with(operation("bill-list-lines", "List lines", "GET /bills/{id}/lines"), calls("GET", "/bills/open/lines", 200, "", ""))
	count := func(others ...any) int {
		n := 0
		for _, s := range newPlan(append([]any{lines}, others...)...).Package.Services {
			for _, m := range s.Methods {
				n += len(m.Overlaps)
			}
		}
		return n
	}
	if count() != 0 || count(operation("bill-open", "List open", "GET /bills/open")) != 0 {
		t.Error("an example overlaps with no other call")
	}
	if count(operation("bill-open", "List open lines", "GET /bills/open/lines")) != 1 {
		t.Error("an example that overlaps with another call is not found")
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
