package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// withShown returns an operation with the routes that only its examples show:
// the number of what a documented route lists ("/$count"), what it lists of one
// type ("/microsoft.graph.user"), the signed-in user in the place of one named
// or the reverse, and a function with its arguments. A page that shows a call
// documents it.
func withShown(op *ir.Operation) *ir.Operation {
	var shown []ir.Route
	for _, ex := range op.Examples {
		if ex.Request == nil {
			continue
		}
		if _, _, ok := op.MatchRoute(ex.Request.Method, ex.Request.URL); ok {
			continue
		}
		_, _, path, _ := ir.SplitURL(ex.Request.URL)
		for _, r := range op.Routes {
			if strings.EqualFold(r.Method, ex.Request.Method) {
				if p, ok := shownPath(r.Path, path); ok {
					shown = append(shown, ir.Route{Method: r.Method, Path: p, At: ex.At})
					break
				}
			}
		}
	}
	if len(shown) == 0 {
		return op
	}
	more := *op
	more.Routes = append(slices.Clip(op.Routes), shown...)
	return &more
}

// shownPath returns the template that a URL's path follows, if that is the
// documented one but for its end or for whose it is.
func shownPath(documented ir.PathTemplate, path string) (ir.PathTemplate, bool) {
	rest, tail := cutForms(path)
	for _, alike := range []func(ir.PathTemplate, string) (ir.PathTemplate, bool){asDocumented, otherSelf, withArguments} {
		if p, ok := alike(documented, rest); ok {
			if _, ok = p.Match(rest); ok {
				p.Segments = append(slices.Clip(p.Segments), tail...)
				return p, true
			}
		}
	}
	return documented, false
}

func asDocumented(p ir.PathTemplate, _ string) (ir.PathTemplate, bool) { return p, true }

// withArguments gives a function the arguments that a URL shows, where its
// documented path is the bare name.
func withArguments(p ir.PathTemplate, path string) (ir.PathTemplate, bool) {
	shown, _ := ir.ParsePath(path)
	n, m := len(p.Segments), len(shown.Segments)
	if n == 0 || m == 0 {
		return p, false
	}
	call, ok := shown.Segments[m-1].Function()
	if !ok || len(call.Args) == 0 || !strings.EqualFold(call.Name, strings.TrimSuffix(p.Segments[n-1].String(), "()")) {
		return p, false
	}
	parts := []ir.Part{{Literal: call.Name + "("}}
	for i, a := range call.Args {
		if a.Name == "" {
			return p, false
		}
		before, after := a.Name+"=", ""
		if i > 0 {
			before = "," + before
		}
		if a.Quoted {
			before, after = before+"'", "'"
		}
		parts = append(parts, ir.Part{Literal: before}, ir.Part{Param: a.Name}, ir.Part{Literal: after})
	}
	parts = append(parts, ir.Part{Literal: ")"})
	return ir.PathTemplate{Prefix: "/", Segments: append(slices.Clone(p.Segments[:n-1]), ir.Segment{Parts: merge(parts)})}, true
}

// merge joins literals that stand side by side, as ParsePath would give them.
func merge(parts []ir.Part) []ir.Part {
	var merged []ir.Part
	for _, p := range parts {
		n := len(merged)
		switch {
		case !p.IsParam() && p.Literal == "":
		case !p.IsParam() && n > 0 && !merged[n-1].IsParam():
			merged[n-1].Literal += p.Literal
		default:
			merged = append(merged, p)
		}
	}
	return merged
}

// cutForms cuts what asks for another form of the answer off the end of a path:
// a cast to a type, then $count.
func cutForms(path string) (rest string, tail []ir.Segment) {
	for range 2 {
		at := strings.LastIndexByte(path, '/')
		if at < 0 {
			break
		}
		last := path[at+1:]
		if last != "$count" && !isCast(last) {
			break
		}
		tail = append([]ir.Segment{{Parts: []ir.Part{{Literal: last}}}}, tail...)
		path = path[:at]
	}
	return path, tail
}

// isCast reports whether a segment is the qualified name of a type.
func isCast(segment string) bool {
	if strings.Count(segment, ".") < 2 {
		return false
	}
	return !strings.ContainsFunc(segment, func(r rune) bool {
		return r != '.' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
}

// otherSelf turns /me into /users/{id} and the reverse.
func otherSelf(p ir.PathTemplate, _ string) (ir.PathTemplate, bool) {
	literal := func(i int, word string) bool {
		return len(p.Segments) > i && strings.EqualFold(p.Segments[i].String(), word)
	}
	me := ir.Segment{Parts: []ir.Part{{Literal: "me"}}}
	users := []ir.Segment{{Parts: []ir.Part{{Literal: "users"}}}, {Parts: []ir.Part{{Param: "id"}}}}
	switch {
	case literal(0, "me"):
		return ir.PathTemplate{Prefix: "/", Segments: append(users, p.Segments[1:]...)}, true
	case literal(0, "users") && len(p.Segments) > 1 && p.Segments[1].Kind() == ir.ParamSegment:
		return ir.PathTemplate{Prefix: "/", Segments: append([]ir.Segment{me}, p.Segments[2:]...)}, true
	}
	return p, false
}
