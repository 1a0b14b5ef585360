package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// addresses are the documented routes and what they begin with: one thing may
// have several addresses, as a file has that by its drive, by its path and by
// a share, and a page need not list them all.
type addresses struct {
	heads  map[string][]ir.PathTemplate // by their first segments
	routes map[string][]ir.PathTemplate // by their methods and first segments
}

func newAddresses(spec *ir.Spec, version string) *addresses {
	a := &addresses{map[string][]ir.PathTemplate{}, map[string][]ir.PathTemplate{}}
	seen := map[string]bool{}
	for i := range spec.Operations {
		if spec.Operations[i].Version != version {
			continue
		}
		for _, r := range spec.Operations[i].Routes {
			if len(r.Path.Segments) > maxAddress || abbreviated(r) {
				continue
			}
			at := firstWord(r.Path.String())
			a.routes[r.Method+" "+at] = append(a.routes[r.Method+" "+at], r.Path)
			for n := range r.Path.Segments {
				head := ir.PathTemplate{Prefix: "/", Segments: r.Path.Segments[:n+1]}
				if shape := head.Shape(); !seen[shape] {
					seen[shape] = true
					a.heads[at] = append(a.heads[at], head)
				}
			}
		}
	}
	return a
}

// maxAddress keeps a hostile template from being taken apart in all ways.
const maxAddress = 32

// firstWord returns the name that a path begins with.
func firstWord(path string) string {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimLeft(path, "/~")), "/")
	word, _, _ = strings.Cut(word, "(")
	return word
}

// elsewhere returns the template of a path that ends as the documented one does
// and begins with a documented address.
func (a *addresses) elsewhere(documented ir.PathTemplate, path string) (ir.PathTemplate, bool) {
	shown, _ := ir.ParsePath(path)
	if len(shown.Segments) > maxAddress {
		return ir.PathTemplate{}, false
	}
	segments := documented.Segments
	for from := range segments {
		head := len(shown.Segments) - (len(segments) - from)
		if head < 1 || !isName(segments[from]) {
			continue
		}
		tail := ir.PathTemplate{Prefix: "/", Segments: segments[from:]}
		if _, ok := tail.Match(text(shown.Segments[head:])); !ok {
			continue
		}
		if p, ok := a.find(shown.Segments[:head]); ok {
			return ir.PathTemplate{Prefix: "/", Segments: slices.Concat(p.Segments, tail.Segments)}, true
		}
	}
	return ir.PathTemplate{}, false
}

// isName reports whether a segment is the name of something, or of something
// to do.
func isName(s ir.Segment) bool {
	kind := s.Kind()
	return (kind == ir.LiteralSegment || kind == ir.FunctionSegment) && !strings.HasPrefix(s.String(), "$")
}

// documents reports whether a page documents a call: then it is that page's.
func (a *addresses) documents(method, path string) bool {
	url := ir.NewURLPath(path)
	return slices.ContainsFunc(a.routes[method+" "+firstWord(path)], func(p ir.PathTemplate) bool {
		_, ok := url.Match(p)
		return ok
	})
}

// find returns the documented address that a path is one of, that with the
// fewest parameters.
func (a *addresses) find(shown []ir.Segment) (best ir.PathTemplate, found bool) {
	path := text(shown)
	url := ir.NewURLPath(path)
	for _, head := range a.heads[firstWord(path)] {
		if _, ok := url.Match(head); ok && (!found || len(head.Params()) < len(best.Params())) {
			best, found = head, true
		}
	}
	return best, found
}

// text writes segments as a path.
func text(segments []ir.Segment) string {
	return ir.PathTemplate{Prefix: "/", Segments: segments}.String()
}
