package lint

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// routeIndex holds the routes of a tree by the start of their paths, which few
// routes share.
type routeIndex map[routeKey][]ir.Route

// routeKey is the start of a path. next is the segment after it, "*" for a
// placeholder.
type routeKey struct{ version, method, begin, next string }

// fill adds the routes of a spec to the existing keys.
func (x routeIndex) fill(spec *ir.Spec) {
	for op, r := range spec.Routes() {
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
			x[key] = append(routes, *r)
		}
	}
}

// want adds the keys of the routes that may match a request.
func (x routeIndex) want(version string, r *ir.Request) {
	for _, key := range keysOfURL(version, r) {
		x[key] = nil
	}
}

// near returns the routes that may match a request.
func (x routeIndex) near(version string, r *ir.Request) []ir.Route {
	var routes []ir.Route
	for _, key := range keysOfURL(version, r) {
		routes = append(routes, x[key]...)
	}
	return routes
}

// keysOfURL returns the keys of the routes whose next segment is the request's, a
// placeholder, or missing, because OData adds segments.
func keysOfURL(version string, r *ir.Request) []routeKey {
	var keys []routeKey
	for _, path := range ir.PathsOf(r.URL) {
		keys = append(keys, keysOfPath(version, r.Method, path)...)
	}
	return keys
}

func keysOfPath(version, method, path string) []routeKey {
	parts := strings.SplitN(strings.TrimPrefix(path, "/"), "/", 5)
	key := newRouteKey(version, method, func(i int) string {
		if i < len(parts) {
			return parts[i]
		}
		return ""
	})
	keys := []routeKey{key, key, key}
	keys[1].next, keys[2].next = "*", ""
	return slices.Compact(keys)
}

// newRouteKey returns the key of a path. /me and /users/{id} have the same key,
// and arguments of functions are left out.
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
