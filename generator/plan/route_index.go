package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// routeIndex finds documented routes and their prefixes. A resource may have
// several addresses: a file has one by its drive, one by its path and one by a
// share, and a page need not list them all.
type routeIndex struct {
	prefixes map[string][]ir.PathTemplate // by first segment
	routes   map[string][]ir.PathTemplate // by HTTP method and first segment
}

func newRouteIndex(spec *ir.Spec, version string) *routeIndex {
	x := &routeIndex{map[string][]ir.PathTemplate{}, map[string][]ir.PathTemplate{}}
	seen := map[string]bool{}
	for i := range spec.Operations {
		if spec.Operations[i].Version != version {
			continue
		}
		for _, r := range spec.Operations[i].Routes {
			if len(r.Path.Segments) > maxSegments || isAbbreviated(r) {
				continue
			}
			first := FirstSegment(r.Path.String())
			x.routes[r.Method+" "+first] = append(x.routes[r.Method+" "+first], r.Path)
			for n := range r.Path.Segments {
				prefix := ir.PathTemplate{Prefix: "/", Segments: r.Path.Segments[:n+1]}
				if shape := prefix.Shape(); !seen[shape] {
					seen[shape] = true
					x.prefixes[first] = append(x.prefixes[first], prefix)
				}
			}
		}
	}
	return x
}

// maxSegments bounds the work on a hostile template.
const maxSegments = 32

// FirstSegment returns the first segment of a path in lower case, without the
// arguments of a function: "/users". Methods and routes are looked up by it.
func FirstSegment(path string) string {
	segment, _, _ := strings.Cut(strings.ToLower(strings.TrimLeft(path, "/~")), "/")
	segment, _, _ = strings.Cut(segment, "(")
	return "/" + segment
}

// underOtherPrefix returns the template of a path that ends like the documented
// one but begins with another documented prefix.
func (x *routeIndex) underOtherPrefix(documented ir.PathTemplate, path string) (ir.PathTemplate, bool) {
	shown, _ := ir.ParsePath(path)
	if len(shown.Segments) > maxSegments {
		return ir.PathTemplate{}, false
	}
	segments := documented.Segments
	for from := range segments {
		cut := len(shown.Segments) - (len(segments) - from)
		if cut < 1 || !isName(segments[from]) {
			continue
		}
		tail := ir.PathTemplate{Prefix: "/", Segments: segments[from:]}
		if _, ok := tail.Match(pathOf(shown.Segments[cut:])); !ok {
			continue
		}
		prefix, ok := x.prefixOf(shown.Segments[:cut])
		if ok {
			prefix, ok = closedPath(prefix, shown.Segments[cut-1])
		}
		if ok {
			return ir.PathTemplate{Prefix: "/", Segments: slices.Concat(prefix.Segments, tail.Segments)}, true
		}
	}
	return ir.PathTemplate{}, false
}

// closedPath closes the path at the end of a prefix, as in "root:/{item-path}", with
// the colon that the URL shows: without it, the rest would be a part of the path.
func closedPath(prefix ir.PathTemplate, shown ir.Segment) (ir.PathTemplate, bool) {
	params, last := prefix.Params(), len(prefix.Segments)-1
	if n := len(params); n == 0 || !params[n-1].Subpath || params[n-1].Segment != last || strings.HasSuffix(prefix.Segments[last].String(), ":") {
		return prefix, true
	}
	prefix.Segments = slices.Clone(prefix.Segments)
	parts := slices.Concat(prefix.Segments[last].Parts, []ir.Part{{Literal: ":"}})
	prefix.Segments[last] = ir.Segment{Parts: parts}
	return prefix, strings.HasSuffix(shown.String(), ":")
}

// isName reports whether a segment names a resource or an action.
func isName(s ir.Segment) bool {
	kind := s.Kind()
	return (kind == ir.LiteralSegment || kind == ir.FunctionSegment) && !strings.HasPrefix(s.String(), "$")
}

// documentsCall reports whether any page documents a call.
func (x *routeIndex) documentsCall(method, path string) bool {
	url := ir.NewURLPath(path)
	return slices.ContainsFunc(x.routes[method+" "+FirstSegment(path)], func(p ir.PathTemplate) bool {
		_, ok := url.Match(p)
		return ok
	})
}

// prefixOf returns the documented prefix that matches a path, the one with the
// fewest parameters.
func (x *routeIndex) prefixOf(shown []ir.Segment) (best ir.PathTemplate, found bool) {
	path := pathOf(shown)
	url := ir.NewURLPath(path)
	for _, prefix := range x.prefixes[FirstSegment(path)] {
		if _, ok := url.Match(prefix); ok && (!found || len(prefix.Params()) < len(best.Params())) {
			best, found = prefix, true
		}
	}
	return best, found
}

// pathOf returns segments as the text of a path.
func pathOf(segments []ir.Segment) string {
	return ir.PathTemplate{Prefix: "/", Segments: segments}.String()
}
