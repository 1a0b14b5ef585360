package plan

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// findOverlaps sets Overlaps of the methods.
func findOverlaps(pkg *Package) {
	x := overlapIndex{words: map[string]bool{}, methods: map[string][]*Method{}}
	for _, s := range pkg.Services {
		for _, m := range s.Methods {
			x.add(m)
		}
	}
	for _, s := range pkg.Services {
		for _, m := range s.Methods {
			x.check(m)
		}
	}
}

type overlapIndex struct {
	words   map[string]bool // the literal segments of all paths, in lower case
	methods map[string][]*Method
}

func (x *overlapIndex) add(m *Method) {
	for _, first := range m.FirstSegments() {
		x.methods[first] = append(x.methods[first], m)
	}
	for i := range m.Op.Routes {
		for _, seg := range m.Op.Routes[i].Path.Segments {
			if seg.Kind() == ir.LiteralSegment {
				x.words[strings.ToLower(seg.String())] = true
			}
		}
	}
}

func (x *overlapIndex) check(m *Method) {
	for i := range m.Op.Examples {
		req := m.Op.Examples[i].Request
		if req == nil {
			continue
		}
		index, args, ok := m.Op.MatchRoute(req.Method, req.URL)
		if !ok || !x.hasWord(args) {
			continue
		}
		_, path, _ := m.Op.BelowBase(req.URL)
		if other, template := x.preferred(m, req.Method, path, m.Op.Routes[index].Path); other != nil {
			m.Overlaps = append(m.Overlaps, Overlap{i, template, other.Op.File})
		}
	}
}

func (x *overlapIndex) hasWord(args []string) bool {
	for _, a := range args {
		if x.words[strings.ToLower(a)] {
			return true
		}
	}
	return false
}

// preferred returns the method and template that servers prefer to own for a path.
func (x *overlapIndex) preferred(m *Method, method, path string, own ir.PathTemplate) (other *Method, template string) {
	url := ir.NewURLPath(path)
	for _, other := range x.methods[FirstSegment(path)] {
		for i := range other.Op.Routes {
			r := &other.Op.Routes[i]
			if r.Method != method || !moreLiteral(r.Path, own) {
				continue
			}
			if _, ok := url.Match(r.Path); ok {
				return other, r.Path.String()
			}
		}
	}
	return nil, ""
}

// moreLiteral reports whether a has text in the first segment where one of two paths
// has text and the other a parameter.
func moreLiteral(a, b ir.PathTemplate) bool {
	for i := range min(len(a.Segments), len(b.Segments)) {
		isText, other := a.Segments[i].Kind() == ir.LiteralSegment, b.Segments[i].Kind() == ir.LiteralSegment
		if isText != other {
			return isText && b.Segments[i].Kind() == ir.ParamSegment
		}
	}
	return false
}
