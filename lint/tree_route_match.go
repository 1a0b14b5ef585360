package lint

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// Unmatched calls report for each example request whose best match among the
// routes of its page is match, and that no route of another page of the same
// version matches: pages also show calls of other pages as previous or next
// steps.
func (p *TreePass) Unmatched(match RouteMatch, report func(*ir.Operation, *ir.Request)) {
	for _, u := range p.facts.unmatched(p.Spec) {
		if u.match == match {
			report(u.op, u.request)
		}
	}
}

// unmatchedRequest is an example request that no route matches.
type unmatchedRequest struct {
	op      *ir.Operation
	request *ir.Request
	match   RouteMatch
}

// unmatched returns the requests that match no route of their version. They are
// computed once for the rules that ask.
func (f *facts) unmatched(spec *ir.Spec) []unmatchedRequest {
	if f.compared {
		return f.unmatchedRequests
	}
	f.compared = true
	var odd []unmatchedRequest
	wanted := routeIndex{}
	for i := range spec.Operations {
		op := &spec.Operations[i]
		for _, e := range op.Examples {
			r := e.Request
			if r == nil {
				continue
			}
			match := f.routeMatch(op, r)
			if match == PathOnly || match == NoPath {
				odd = append(odd, unmatchedRequest{op, r, match})
				wanted.want(op.Version, r)
			}
		}
	}
	wanted.fill(spec)
	for _, u := range odd {
		if matchRoutes(&ir.Operation{Routes: wanted.near(u.op.Version, u.request)}, u.request) != fullMatch {
			f.unmatchedRequests = append(f.unmatchedRequests, u)
		}
	}
	return f.unmatchedRequests
}

// RouteMatch says how well a request matches the routes of its page.
type RouteMatch int

// The results of matching a request.
const (
	unknownMatch RouteMatch = iota // not comparable: another host, or no routes
	fullMatch
	PathOnly // a route has the path, but with another method
	NoPath   // no route has the path
)

// routeMatch returns the match of a request with the routes of its page. It is
// computed once for each request.
func (f *facts) routeMatch(op *ir.Operation, r *ir.Request) RouteMatch {
	match, ok := f.routeMatches[r]
	if !ok {
		match = matchRoutes(op, r)
		if f.routeMatches == nil {
			f.routeMatches = map[*ir.Request]RouteMatch{}
		}
		f.routeMatches[r] = match
	}
	return match
}

// matches reports whether a template matches a path, or the path without the
// segments that OData allows after any path.
func matches(t ir.PathTemplate, path string) bool {
	for {
		if _, ok := t.MatchLoose(path); ok {
			return true
		}
		i := strings.LastIndexByte(strings.TrimSuffix(path, "/"), '/')
		if i <= 0 || !isODataTail(strings.TrimSuffix(path, "/")[i+1:]) {
			return false
		}
		path = path[:i]
	}
}

func isODataTail(segment string) bool {
	switch segment {
	case "$count", "$value", "$ref":
		return true
	}
	return strings.HasPrefix(strings.ToLower(segment), "microsoft.graph.")
}

// matchRoutes returns the best match of a request with the routes of an operation.
func matchRoutes(op *ir.Operation, r *ir.Request) RouteMatch {
	_, path, _ := op.BelowBase(r.URL)
	if len(op.Routes) == 0 || r.IsForeign() || path == "" || r.IsBatch() {
		return unknownMatch
	}
	best := NoPath
	for _, route := range op.Routes {
		if !matches(route.Path, path) {
			short, ok := op.WithoutOptional(route.Path)
			if !ok || !matches(short, path) {
				continue
			}
		}
		if strings.EqualFold(route.Method, r.Method) {
			return fullMatch
		}
		best = PathOnly
	}
	return best
}
