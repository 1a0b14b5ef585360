package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// routeCall is a route as a call at a place: /users/{id}/calendar/events is
// calendar/events at /users/{id}.
type routeCall struct {
	method string
	place  string   // "" for none
	args   string   // names of the arguments after the place, which are those of a Go method
	rest   []string // words after the place
	words  []string // of the whole path
}

func newRouteCall(r ir.Route) routeCall {
	segments := normalize(r.Path).Segments
	end := placeEnd(segments)
	c := routeCall{method: r.Method, rest: literalWords(segments[end:]), words: literalWords(segments)}
	if end > 0 {
		c.place = strings.ToLower(placeName(segments[:end]))
	}
	var names []string
	for _, p := range (ir.PathTemplate{Segments: segments}).Params() {
		if p.Segment >= end {
			names = append(names, cmp.Or(p.Argument, p.Name))
		}
	}
	c.args = exportedList(names)
	return c
}

// callVariant is a list of routes that one Go method can make: each has another place.
type callVariant struct {
	routes []int
	calls  []routeCall
}

// accepts reports whether a method that has the variant's routes can have another.
func (v *callVariant) accepts(c routeCall) bool {
	first := v.calls[0]
	if first.args != c.args || (first.place == "") != (c.place == "") {
		return false
	}
	return !slices.ContainsFunc(v.calls, func(own routeCall) bool { return own.place == c.place && !own.differsInArea(c) })
}

// differsInArea reports whether two routes are the same call at places that have only
// their last words in common: /fleet/boats/{id}/move and /harbour/boats/{id}/move.
func (c *routeCall) differsInArea(other routeCall) bool {
	return c.place != "" && c.method == other.method && slices.EqualFunc(c.rest, other.rest, strings.EqualFold) &&
		!slices.EqualFunc(c.words, other.words, strings.EqualFold)
}

// shares reports whether a route of the variant has the same words after its place.
func (v *callVariant) shares(c routeCall) bool {
	return slices.ContainsFunc(v.calls, func(own routeCall) bool {
		return own.method == c.method && slices.EqualFunc(own.rest, c.rest, strings.EqualFold)
	})
}

// variantsByCall separates the routes that one Go method cannot have because they are
// different calls at one place, such as axes/x and axes/y of a chart, or because their
// functions have other arguments. method is the name of the page's method.
func variantsByCall(v variant, method string) []variant {
	var list []callVariant
	byRoute := make([]int, len(v.op.Routes))
	seen := map[string]int{}
	for i, r := range v.op.Routes {
		at, ok := seen[shapeOf(r)]
		if !ok {
			c := newRouteCall(r)
			if at = variantFor(list, c); at < 0 {
				at, list = len(list), append(list, callVariant{})
			}
			list[at].calls = append(list[at].calls, c)
			seen[shapeOf(r)] = at
		}
		list[at].routes, byRoute[i] = append(list[at].routes, i), at
	}
	if len(list) == 1 {
		return []variant{v}
	}
	return splitCalls(v, list, byRoute, method)
}

// variantFor returns the index of the variant for a route: the first one with the same
// words after its places, or else the first one that accepts it; -1 for none.
func variantFor(list []callVariant, c routeCall) int {
	if at := slices.IndexFunc(list, func(v callVariant) bool { return v.accepts(c) && v.shares(c) }); at >= 0 {
		return at
	}
	return slices.IndexFunc(list, func(v callVariant) bool { return v.accepts(c) })
}

// splitCalls returns the variants with their routes and examples.
func splitCalls(v variant, list []callVariant, byRoute []int, method string) []variant {
	out := make([]variant, len(list))
	names := callNames(list, method)
	for i, c := range list {
		own := *v.op
		own.Routes, own.Examples = nil, nil
		for _, r := range c.routes {
			own.Routes = append(own.Routes, v.op.Routes[r])
		}
		out[i] = variant{&own, v.suffix + names[i], v.call}
		if i > 0 {
			out[i].call.assumed = ""
		}
	}
	for _, ex := range v.op.Examples {
		owner := out[0].op
		if r, ok := routeOf(v.op, &ex); ok {
			owner = out[byRoute[r]].op
		}
		owner.Examples = append(owner.Examples, ex)
	}
	return out
}
