package plan

import (
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
				if held, ok := best[r.Shape]; !ok || slices.Compare(c.rank, held.rank) < 0 {
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
			p.types.report(diag.OperationDocumentedTwice, diag.Info, c.by.Op.Routes[c.route.Index].At, fmt.Sprintf(
				"%s %s is stated by %s too: the server has one handler for both, %s", c.route.Method, c.route.Template, owner.Op.File, owner.Key))
		}
	}
}

// claim is a method that states a route. GET /users/{id} is for the page that
// gets users, not for one that gets an extension by what it adds in the query,
// not for one that needs another word to say what it is, and not for one that
// lists sixty places where such a thing can be.
type claim struct {
	by    *Method
	route Route
	// rank is what speaks against the claim, the weightiest first. Of two that
	// rank alike the first in the plan holds the route.
	rank []int
}

func newClaim(m *Method, r Route) claim {
	query := 0
	if m.Op.Routes[r.Index].Query != "" {
		query = 1
	}
	verb := 1
	if slices.ContainsFunc(usualVerbs[r.Method], func(usual string) bool { return strings.HasPrefix(m.Name, usual) }) {
		verb = 0
	}
	return claim{m, r, []int{query, verb, otherNoun(m, lastWord(r.Template)), len(m.Key), len(m.Routes)}}
}

// otherNoun is 0 for a method that is named after the last word of a path, 1 for
// one whose name has it, 2 for others.
func otherNoun(m *Method, word string) int {
	noun := strings.ToLower(singular(word))
	switch {
	case strings.ToLower(m.Service.Name) == noun, strings.HasSuffix(strings.ToLower(m.Name), noun):
		return 0
	case strings.Contains(strings.ToLower(m.Key), noun):
		return 1
	}
	return 2
}

// usualVerbs are what pages call the usual calls of an HTTP method.
var usualVerbs = map[string][]string{
	"GET": {"Get", "List"}, "POST": {"Create", "Add"}, "PATCH": {"Update"}, "PUT": {"Update", "Create", "Replace"}, "DELETE": {"Delete", "Remove"},
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
