package lint

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// unfit calls report for the examples that fit the templates of their page
// only so far, and none of another page of the same version: pages show steps
// that come before or after their own.
func (p *TreePass) unfit(so fitness, report func(*ir.Operation, *ir.Request)) {
	for _, u := range p.facts.unfitting(p.Spec) {
		if u.so == so {
			report(u.op, u.request)
		}
	}
}

// unfitRequest is an example that fits its page's templates only so far.
type unfitRequest struct {
	op      *ir.Operation
	request *ir.Request
	so      fitness
}

// unfitting compares all examples with templates, once for the two rules that
// ask.
func (f *facts) unfitting(spec *ir.Spec) []unfitRequest {
	if f.compared {
		return f.unfits
	}
	f.compared = true
	var odd []unfitRequest
	wanted := routeIndex{}
	for i := range spec.Operations {
		op := &spec.Operations[i]
		for _, e := range op.Examples {
			r := e.Request
			if r == nil {
				continue
			}
			so := f.fit(op, r)
			if so == pathOnly || so == noPath {
				odd = append(odd, unfitRequest{op, r, so})
				wanted.want(op.Version, r)
			}
		}
	}
	wanted.fill(spec)
	for _, u := range odd {
		if fit(wanted.near(u.op.Version, u.request), u.request) != fits {
			f.unfits = append(f.unfits, u)
		}
	}
	return f.unfits
}

// fitness tells how an example fits the templates of its page.
type fitness int

const (
	unknown  fitness = iota // cannot be told: another host, no templates
	fits                    // method and path
	pathOnly                // the path, but with another method
	noPath
)

// fit compares an example with the templates of its page, once.
func (f *facts) fit(op *ir.Operation, r *ir.Request) fitness {
	so, ok := f.fitness[r]
	if !ok {
		so = fit(op.Routes, r)
		if f.fitness == nil {
			f.fitness = map[*ir.Request]fitness{}
		}
		f.fitness[r] = so
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

// fit compares a request with templates.
func fit(routes []ir.Route, r *ir.Request) fitness {
	host, version, path, _ := ir.SplitURL(r.URL)
	if len(routes) == 0 || foreign(host, version) || path == "" || strings.HasPrefix(strings.ToLower(path), "/$batch") {
		return unknown
	}
	best := noPath
	for _, route := range routes {
		if !matches(route.Path, path) {
			continue
		}
		if strings.EqualFold(route.Method, r.Method) {
			return fits
		}
		best = pathOnly
	}
	return best
}
