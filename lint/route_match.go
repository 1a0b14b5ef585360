package lint

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// Unmatched calls report for the examples that fit the templates of their page
// only so far, and none of another page of the same version: pages show steps
// that come before or after their own.
func (p *TreePass) Unmatched(so RouteMatch, report func(*ir.Operation, *ir.Request)) {
	for _, u := range p.facts.unmatched(p.Spec) {
		if u.match == so {
			report(u.op, u.request)
		}
	}
}

// unmatchedRequest is an example that fits its page's templates only so far.
type unmatchedRequest struct {
	op      *ir.Operation
	request *ir.Request
	match   RouteMatch
}

// unmatched compares all examples with templates, once for the two rules that
// ask.
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
			so := f.routeMatch(op, r)
			if so == PathOnly || so == NoPath {
				odd = append(odd, unmatchedRequest{op, r, so})
				wanted.want(op.Version, r)
			}
		}
	}
	wanted.fill(spec)
	for _, u := range odd {
		if matchRoutes(wanted.near(u.op.Version, u.request), u.request) != fullMatch {
			f.unmatchedRequests = append(f.unmatchedRequests, u)
		}
	}
	return f.unmatchedRequests
}

// RouteMatch tells how an example fits the templates of its page.
type RouteMatch int

const (
	unknownMatch RouteMatch = iota // cannot be told: another host, no templates
	fullMatch                      // method and path
	PathOnly                       // the path, but with another method
	NoPath
)

// routeMatch compares an example with the templates of its page, once.
func (f *facts) routeMatch(op *ir.Operation, r *ir.Request) RouteMatch {
	so, ok := f.routeMatches[r]
	if !ok {
		so = matchRoutes(op.Routes, r)
		if f.routeMatches == nil {
			f.routeMatches = map[*ir.Request]RouteMatch{}
		}
		f.routeMatches[r] = so
	}
	return so
}

// matches compares a path with a template, also without the segments that
// OData lets follow any path.
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

// matchRoutes compares a request with templates.
func matchRoutes(routes []ir.Route, r *ir.Request) RouteMatch {
	host, version, path, _ := ir.SplitURL(r.URL)
	if len(routes) == 0 || IsForeign(host, version) || path == "" || strings.HasPrefix(strings.ToLower(path), "/$batch") {
		return unknownMatch
	}
	best := NoPath
	for _, route := range routes {
		if !matches(route.Path, path) {
			continue
		}
		if strings.EqualFold(route.Method, r.Method) {
			return fullMatch
		}
		best = PathOnly
	}
	return best
}
