package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// findOwners gives each route to one of the methods that document it, because a
// server has one handler for a route. It reports the other methods.
func (p *planner) findOwners(pkg *Package) {
	best := map[string]ownerCandidate{} // by shape
	var candidates []ownerCandidate
	for _, s := range pkg.Services {
		for _, m := range s.Methods {
			for _, r := range m.Routes {
				c := newOwnerCandidate(m, r)
				candidates = append(candidates, c)
				if other, ok := best[r.Shape]; !ok || slices.Compare(c.rank, other.rank) < 0 {
					best[r.Shape] = c
				}
			}
		}
	}
	pkg.owners = map[methodRoute]*Method{}
	for _, c := range candidates {
		owner := best[c.route.Shape].method
		pkg.owners[methodRoute{c.method, c.route.Index}] = owner
		if owner != c.method {
			owner.acceptCallsOf(c.method)
			p.types.report(diag.OperationDocumentedTwice, diag.Info, c.method.Op.Routes[c.route.Index].At, fmt.Sprintf(
				"%s also documents %s %s; the server has one handler for both pages, %s", owner.Op.File, c.route.Method, c.route.Template, owner.Key))
		}
	}
}

// acceptCallsOf makes the query arguments and headers optional that another page of the
// same route does not have.
func (m *Method) acceptCallsOf(other *Method) {
	for _, args := range [][2][]Arg{{m.Query, other.Query}, {m.Headers, other.Headers}} {
		for i, own := range args[0] {
			if !slices.ContainsFunc(args[1], func(a Arg) bool { return a.Param == own.Param }) {
				args[0][i].Optional = true
			}
		}
	}
}

// ownerCandidate is a method that documents a route. The owner of GET /users/{id}
// is the page that gets users. Pages that add something in the query, that need
// another word in their name, or that list the route among sixty others rank lower.
type ownerCandidate struct {
	method *Method
	route  Route
	// rank has the arguments against the candidate, the weightiest first. The
	// first of two candidates with the same rank is the owner.
	rank []int
}

func newOwnerCandidate(m *Method, r Route) ownerCandidate {
	query := 0
	if m.Op.Routes[r.Index].Query != "" {
		query = 1
	}
	verb := 1
	if slices.ContainsFunc(usualVerbs[r.Method], func(usual string) bool { return strings.HasPrefix(m.Name, usual) }) {
		verb = 0
	}
	return ownerCandidate{m, r, []int{query, verb, nounRank(m, lastWord(r.Template)), len(m.Key), len(m.Routes)}}
}

// nounRank is 0 for a method named after the last word of a path, 1 for a method
// whose name contains it, and 2 for others.
func nounRank(m *Method, word string) int {
	noun := strings.ToLower(singular(word))
	switch {
	case strings.ToLower(m.Service.Name) == noun, strings.HasSuffix(strings.ToLower(m.Name), noun):
		return 0
	case strings.Contains(strings.ToLower(m.Key), noun):
		return 1
	}
	return 2
}

// usualVerbs are the verbs in the names of the usual calls of an HTTP method.
var usualVerbs = map[string][]string{
	"GET": {"Get", "List"}, "POST": {"Create", "Add"}, "PATCH": {"Update"}, "PUT": {"Update", "Create", "Replace"}, "DELETE": {"Delete", "Remove"},
}

// lastWord returns the last segment of a template that is not a parameter.
func lastWord(template string) string {
	segments := strings.Split(template, "/")
	for _, s := range slices.Backward(segments) {
		if s != "" && !strings.ContainsAny(s, "{}$(") {
			return s
		}
	}
	return ""
}
