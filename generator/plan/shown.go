package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// withShown returns an operation with the routes that only its examples show:
// the number of what a documented route lists ("/$count"), what it lists of one
// type ("/microsoft.graph.user"), the signed-in user in the place of one named
// or the reverse, a function with its arguments, and the same thing at another
// documented address. A page that shows a call documents it.
func withShown(op *ir.Operation, known *addresses) *ir.Operation {
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
				if p, ok := known.shownPath(r, path); ok {
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
// documented one but for its end, for whose it is or for where it begins.
func (a *addresses) shownPath(documented ir.Route, path string) (ir.PathTemplate, bool) {
	rest, tail := cutForms(path)
	for _, try := range []struct {
		path string
		tail []ir.Segment
	}{{path, nil}, {rest, tail}} { // an id may look like a cast
		for _, p := range likely(documented.Path, try.path) {
			if _, ok := p.Match(try.path); ok {
				return ir.PathTemplate{Prefix: "/", Segments: slices.Concat(p.Segments, try.tail)}, true
			}
		}
	}
	if a.documents(documented.Method, path) {
		return ir.PathTemplate{}, false
	}
	p, ok := a.elsewhere(documented.Path, rest)
	return ir.PathTemplate{Prefix: "/", Segments: slices.Concat(p.Segments, tail)}, ok
}

// likely returns the templates that a page with the documented one may mean.
func likely(documented ir.PathTemplate, path string) []ir.PathTemplate {
	list := []ir.PathTemplate{documented}
	if p, ok := otherSelf(documented); ok {
		list = append(list, p)
	}
	for _, p := range slices.Clone(list) {
		if p, ok := withArguments(p, path); ok {
			list = append(list, p)
		}
	}
	return list
}

// withArguments gives functions the arguments that a URL shows, where their
// documented form is the bare name or has values in place of parameters, as in
// view(from=from-value).
func withArguments(p ir.PathTemplate, path string) (ir.PathTemplate, bool) {
	shown, _ := ir.ParsePath(path)
	if len(shown.Segments) != len(p.Segments) {
		return p, false
	}
	changed := false
	segments := slices.Clone(p.Segments)
	for i, seg := range shown.Segments {
		call, ok := seg.Function()
		if !ok || len(call.Args) == 0 || !strings.EqualFold(call.Name, functionName(segments[i])) {
			continue
		}
		if parts := parameterised(call); parts != nil {
			segments[i], changed = ir.Segment{Parts: parts}, true
		}
	}
	return ir.PathTemplate{Prefix: "/", Segments: segments}, changed
}

func functionName(seg ir.Segment) string {
	name, _, _ := strings.Cut(seg.String(), "(")
	return name
}

// parameterised writes a call with a parameter for each argument, nil when one
// has no name.
func parameterised(call ir.Function) []ir.Part {
	parts := []ir.Part{{Literal: call.Name + "("}}
	for i, a := range call.Args {
		if a.Name == "" {
			return nil
		}
		before, after := a.Name+"="+a.Cast, ""
		if i > 0 {
			before = "," + before
		}
		if a.Quoted {
			before, after = before+"'", "'"
		}
		parts = append(parts, ir.Part{Literal: before}, ir.Part{Param: a.Name}, ir.Part{Literal: after})
	}
	return merge(append(parts, ir.Part{Literal: ")"}))
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
// a cast to a type, then $count; or $value.
func cutForms(path string) (rest string, tail []ir.Segment) {
	for range 2 {
		at := strings.LastIndexByte(path, '/')
		if at < 0 {
			break
		}
		last := path[at+1:]
		if last != "$count" && last != "$value" && !isCast(last) {
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
func otherSelf(p ir.PathTemplate) (ir.PathTemplate, bool) {
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
