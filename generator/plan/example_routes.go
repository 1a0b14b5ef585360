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
// the arguments of a function, it begins with another documented prefix, or it is a
// template itself.
func withExampleRoutes(op *ir.Operation, known *routeIndex) *ir.Operation {
	op = withQuotes(op)
	var added []ir.Route
	for _, ex := range op.Examples {
		if ex.Request == nil || op.Matches(ex.Request) {
			continue
		}
		_, path, query := op.BelowBase(ex.Request.URL)
		for _, r := range op.Routes {
			if strings.EqualFold(r.Method, ex.Request.Method) {
				if p, ok := known.exampleTemplate(r, path); ok {
					p.Segments = append(slices.Clip(p.Segments), finalSlash(r.Path)...)
					route := ir.Route{Method: r.Method, Path: p, At: ex.At}
					if hasKeys(query, r.Query) {
						route.Query = r.Query
					}
					added = append(added, route)
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

// hasKeys reports whether a query has all parameters of a documented query.
func hasKeys(query, documented string) bool {
	for pair := range strings.SplitSeq(documented, "&") {
		key, _, _ := strings.Cut(pair, "=")
		found := false
		for shown := range strings.SplitSeq(query, "&") {
			name, _, _ := strings.Cut(shown, "=")
			found = found || name == key
		}
		if !found {
			return false
		}
	}
	return true
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
	if !ok {
		return x.shownTemplate(documented.Path, path)
	}
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

// shownTemplate returns the path of an example that is a template: it has
// placeholders and otherwise only names, the first of them is that of a documented
// path, and the last is that of the documented path.
func (x *routeIndex) shownTemplate(documented ir.PathTemplate, path string) (ir.PathTemplate, bool) {
	p, faults := ir.ParsePath(path)
	if len(faults) > 0 || len(p.Segments) > maxSegments || len(x.prefixes[FirstSegment(path)]) == 0 || len(p.Params()) == 0 {
		return p, false
	}
	for _, s := range p.Segments {
		for _, part := range s.Parts {
			if part.IsParam() && !strings.ContainsFunc(part.Param, isNameLetter) || strings.ContainsAny(part.Literal, "0123456789.%'") {
				return p, false
			}
		}
	}
	last, own := p.Segments[len(p.Segments)-1], documented.Segments
	return p, len(own) > 0 && isName(last) && strings.EqualFold(last.String(), own[len(own)-1].String())
}

// isNameLetter reports whether a letter is not a hexadecimal digit: a GUID in braces is
// a value.
func isNameLetter(r rune) bool { return r|0x20 > 'f' && r|0x20 <= 'z' }

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

// withQuotes returns an operation with quotes around the arguments that its pages
// write as words, as in view(from=from-value), if an example has quotes there or the
// argument is documented as text.
func withQuotes(op *ir.Operation) *ir.Operation {
	var own *ir.Operation
	for i, r := range op.Routes {
		for k, seg := range r.Path.Segments {
			f, isCall := seg.Function()
			if !isCall || !slices.ContainsFunc(seg.Parts, isBare) {
				continue
			}
			for a := range f.Args {
				arg := &f.Args[a]
				arg.Quoted = arg.Quoted || arg.Name != "" && len(arg.Value) == 1 && isBare(arg.Value[0]) && isText(op, r, k, arg.Name)
			}
			if own == nil {
				own = new(*op)
				own.Routes = slices.Clone(op.Routes)
			}
			own.Routes[i].Path.Segments = slices.Clone(own.Routes[i].Path.Segments)
			own.Routes[i].Path.Segments[k] = f.Segment()
		}
	}
	if own == nil {
		return op
	}
	return own
}

func isBare(p ir.Part) bool { return p.Form == ir.Bare }

// isText reports whether the argument of a function in a segment of a route is text: it
// has quotes in an example, or there is no example and the page says so.
func isText(op *ir.Operation, r ir.Route, segment int, argument string) bool {
	one := ir.Operation{Routes: []ir.Route{r}}
	for _, ex := range op.Examples {
		if !one.Matches(ex.Request) {
			continue
		}
		_, path, _ := one.BelowBase(ex.Request.URL)
		shown, _ := ir.ParsePath(path)
		if segment >= len(shown.Segments) {
			continue
		}
		call, _ := shown.Segments[segment].Function()
		return slices.ContainsFunc(call.Args, func(a ir.Argument) bool { return strings.EqualFold(a.Name, argument) && a.Quoted })
	}
	return slices.ContainsFunc(op.Params, func(p ir.Param) bool {
		return p.In == ir.InPath && strings.EqualFold(p.Name, argument) && p.Type == ir.TypeRef{Name: "Edm.String"}
	})
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
	args := slices.Clone(call.Args)
	for i := range args {
		if args[i].Name == "" {
			return nil
		}
		args[i].Value = []ir.Part{{Param: args[i].Name}}
	}
	return ir.Function{Name: call.Name, Args: args}.Segment().Parts
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
