package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// withExampleRoutes returns an operation with the routes that only its examples
// have. A page that shows a call documents it if the call differs from a documented
// one only in these ways: it ends in "/$count" or in a cast to a type
// ("/microsoft.graph.user"), it has /me in place of a user or the reverse, it has
// the arguments of a function, or it begins with another documented prefix.
func withExampleRoutes(op *ir.Operation, known *routeIndex) *ir.Operation {
	var added []ir.Route
	for _, ex := range op.Examples {
		if ex.Request == nil {
			continue
		}
		if _, _, ok := op.MatchRoute(ex.Request.Method, ex.Request.URL); ok {
			continue
		}
		_, path, _ := op.BelowBase(ex.Request.URL)
		for _, r := range op.Routes {
			if strings.EqualFold(r.Method, ex.Request.Method) {
				if p, ok := known.exampleTemplate(r, path); ok {
					p.Segments = append(slices.Clip(p.Segments), finalSlash(r.Path)...)
					added = append(added, ir.Route{Method: r.Method, Path: p, At: ex.At})
					break
				}
			}
		}
	}
	if len(added) == 0 {
		return op
	}
	more := *op
	more.Routes = append(slices.Clip(op.Routes), added...)
	return &more
}

// exampleTemplate returns the template of a URL's path, if it differs from the
// documented template only in the ways that withExampleRoutes accepts.
func (x *routeIndex) exampleTemplate(documented ir.Route, path string) (ir.PathTemplate, bool) {
	documented.Path, path = withoutFinalSlash(documented.Path), strings.TrimSuffix(path, "/")
	rest, tail := cutSuffixes(path)
	for _, try := range []struct {
		path string
		tail []ir.Segment
	}{{path, nil}, {rest, tail}} { // an ID may look like a cast
		for _, p := range likelyTemplates(documented.Path, try.path) {
			if _, ok := p.Match(try.path); ok {
				return ir.PathTemplate{Prefix: "/", Segments: slices.Concat(p.Segments, try.tail)}, true
			}
		}
	}
	if x.documentsCall(documented.Method, path) {
		return ir.PathTemplate{}, false
	}
	p, ok := x.underOtherPrefix(documented.Path, rest)
	return ir.PathTemplate{Prefix: "/", Segments: slices.Concat(p.Segments, tail)}, ok
}

// finalSlash returns the empty segment after a slash at the end of a path, if any.
func finalSlash(p ir.PathTemplate) []ir.Segment {
	return p.Segments[len(withoutFinalSlash(p).Segments):]
}

// withoutFinalSlash returns a path without a slash at the end.
func withoutFinalSlash(p ir.PathTemplate) ir.PathTemplate {
	for n := len(p.Segments); n > 0 && len(p.Segments[n-1].Parts) == 0; n-- {
		p.Segments = p.Segments[:n-1]
	}
	return p
}

// likelyTemplates returns the documented template and its variations with another
// user and with arguments.
func likelyTemplates(documented ir.PathTemplate, path string) []ir.PathTemplate {
	list := []ir.PathTemplate{documented}
	if p, ok := swapUser(documented); ok {
		list = append(list, p)
	}
	for _, p := range slices.Clone(list) {
		if p, ok := withArguments(p, path); ok {
			list = append(list, p)
		}
	}
	return list
}

// withArguments adds the arguments of a URL to functions that are documented by
// name only, or with values in place of parameters, such as view(from=from-value).
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
		if parts := withParameters(call); parts != nil {
			segments[i], changed = ir.Segment{Parts: parts}, true
		}
	}
	return ir.PathTemplate{Prefix: "/", Segments: segments}, changed
}

func functionName(seg ir.Segment) string {
	name, _, _ := strings.Cut(seg.String(), "(")
	return name
}

// withParameters returns a call with a parameter for each argument, or nil if an
// argument has no name.
func withParameters(call ir.Function) []ir.Part {
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
	return mergeLiterals(append(parts, ir.Part{Literal: ")"}))
}

// mergeLiterals joins adjacent literals, as ParsePath does.
func mergeLiterals(parts []ir.Part) []ir.Part {
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

// cutSuffixes cuts segments that select another form of the response from the end
// of a path: a cast, $count or $value.
func cutSuffixes(path string) (rest string, tail []ir.Segment) {
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

// swapUser turns /me into /users/{id} and the reverse.
func swapUser(p ir.PathTemplate) (ir.PathTemplate, bool) {
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
