package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// findOwners gives each route to one of the methods that state it, and reports
// the others: a server has one handler for a route.
func (p *planner) findOwners(pkg *Package) {
	best := map[string]claim{} // by shape
	var claims []claim
	for _, s := range pkg.Services {
		for _, m := range s.Methods {
			for _, r := range m.Routes {
				c := newClaim(m, r)
				claims = append(claims, c)
				if held, ok := best[r.Shape]; !ok || c.compare(held) < 0 {
					best[r.Shape] = c
				}
			}
		}
	}
	pkg.owners = map[stated]*Method{}
	for _, c := range claims {
		owner := best[c.route.Shape].by
		pkg.owners[stated{c.by, c.route.Index}] = owner
		if owner != c.by {
			p.types.report("operation-documented-twice", diag.Info, c.by.Op.Routes[c.route.Index].At, fmt.Sprintf(
				"%s %s is stated by %s too: the server has one handler for both, %s", c.route.Method, c.route.Template, owner.Op.File, owner.Key))
		}
	}
}

// claim is a method that states a route, with what speaks for its being the one
// that the route is for. GET /users/{id} is for the page that gets users, not
// for one that gets an extension by what it adds in the query, and not for one
// that lists sixty places where such a thing can be.
type claim struct {
	by    *Method
	route Route

	query  bool // the page adds a query
	verb   bool // the name says what the HTTP method usually does
	noun   int  // how well the name fits the last word of the path, 0 is best
	routes int
}

func newClaim(m *Method, r Route) claim {
	c := claim{by: m, route: r, query: m.Op.Routes[r.Index].Query != "", routes: len(m.Routes)}
	c.verb = slices.ContainsFunc(usualVerbs[r.Method], func(verb string) bool { return strings.HasPrefix(m.Name, verb) })
	noun := strings.ToLower(singular(lastWord(r.Template)))
	switch {
	case strings.ToLower(m.Service.Name) == noun, strings.HasSuffix(strings.ToLower(m.Name), noun):
	case strings.Contains(strings.ToLower(m.Key), noun):
		c.noun = 1
	default:
		c.noun = 2
	}
	return c
}

// usualVerbs are what pages call the usual calls of an HTTP method.
var usualVerbs = map[string][]string{
	"GET": {"Get", "List"}, "POST": {"Create", "Add"}, "PATCH": {"Update"}, "PUT": {"Update", "Create", "Replace"}, "DELETE": {"Delete", "Remove"},
}

// compare is negative when c fits better. Of two that fit alike the first in
// the plan holds the route.
func (c claim) compare(other claim) int {
	return cmp.Or(
		compareBool(c.query, other.query), compareBool(other.verb, c.verb),
		cmp.Compare(c.noun, other.noun), cmp.Compare(len(c.by.Key), len(other.by.Key)), cmp.Compare(c.routes, other.routes))
}

// compareBool puts false first.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// lastWord is the last segment of a template that is no parameter.
func lastWord(template string) string {
	segments := strings.Split(template, "/")
	for _, s := range slices.Backward(segments) {
		if s != "" && !strings.ContainsAny(s, "{}$(") {
			return s
		}
	}
	return ""
}
