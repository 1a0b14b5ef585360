package lint

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// routeIndex holds routes of a tree by what they begin with, where nearly all
// differ.
type routeIndex map[routeKey][]ir.Route

// routeKey is the begin of a path. Next is the segment behind it, "*" where a
// placeholder stands.
type routeKey struct{ version, method, begin, next string }

// fill adds the routes to the keys that are there.
func (x routeIndex) fill(spec *ir.Spec) {
	for i := range spec.Operations {
		op := &spec.Operations[i]
		for _, r := range op.Routes {
			key := newRouteKey(op.Version, r.Method, func(i int) string {
				if i < len(r.Path.Segments) {
					return r.Path.Segments[i].String()
				}
				return ""
			})
			if strings.ContainsAny(key.next, "{<.") {
				key.next = "*"
			}
			if routes, ok := x[key]; ok {
				x[key] = append(routes, r)
			}
		}
	}
}

// want makes the keys of the routes that may be those of a request.
func (x routeIndex) want(version string, r *ir.Request) {
	for _, key := range keysOfURL(version, r) {
		x[key] = nil
	}
}

// near returns the routes that may be those of a request.
func (x routeIndex) near(version string, r *ir.Request) []ir.Route {
	var routes []ir.Route
	for _, key := range keysOfURL(version, r) {
		routes = append(routes, x[key]...)
	}
	return routes
}

// keysOfURL returns the keys of the routes that have the request's next segment,
// a placeholder for it, or none: OData adds some of its own.
func keysOfURL(version string, r *ir.Request) []routeKey {
	_, _, path, _ := ir.SplitURL(r.URL)
	parts := strings.SplitN(strings.TrimPrefix(path, "/"), "/", 5)
	key := newRouteKey(version, r.Method, func(i int) string {
		if i < len(parts) {
			return parts[i]
		}
		return ""
	})
	keys := []routeKey{key, key, key}
	keys[1].next, keys[2].next = "*", ""
	return slices.Compact(keys)
}

// newRouteKey leaves the first segment away where the signed-in user or any
// other may stand, and the arguments of calls.
func newRouteKey(version, method string, segment func(int) string) routeKey {
	begin, next := strings.ToLower(segment(0)), 1
	switch {
	case begin == "me" && segment(1) != "":
		begin, next = "me/"+strings.ToLower(segment(1)), 2
	case begin == "users" && segment(2) != "":
		begin, next = "me/"+strings.ToLower(segment(2)), 3
	}
	name, _, _ := strings.Cut(strings.ToLower(segment(next)), "(")
	return routeKey{version, strings.ToUpper(method), begin, name}
}
