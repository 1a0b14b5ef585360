package plan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// planRoutes returns the Go form of an operation's routes, and for each route of
// the operation its index in them: routes of the same shape share an element.
// calls are the examples of the routes. taken reports names that arguments must not
// hide.
func planRoutes(routes []ir.Route, calls []exampleCall, taken func(string) bool) (planned []Route, indexes []int) {
	byShape := map[string]int{}
	for i, r := range routes {
		shape := shapeOf(r)
		index, ok := byShape[shape]
		if !ok {
			index = len(planned)
			byShape[shape] = index
			route := planRoute(i, r, calls, taken)
			route.Shape = shape
			planned = append(planned, route)
		}
		indexes = append(indexes, index)
	}
	return planned, indexes
}

// normalize returns a path in the form that routers read: rooted, with parameters
// in braces, without unclosed parentheses and braces. Empty segments remain, and so
// does a slash at the end: some services redirect calls without it.
func normalize(p ir.PathTemplate) ir.PathTemplate {
	n := ir.PathTemplate{Prefix: "/"}
	for _, seg := range p.Segments {
		parts := withClearNames(seg)
		if _, ok := seg.Function(); ok && !strings.HasSuffix(seg.String(), ")") {
			parts = append(parts, ir.Part{Literal: ")"})
		}
		if name, ok := strings.CutPrefix(seg.String(), "{"); ok && seg.Kind() == ir.LiteralSegment {
			parts = []ir.Part{{Param: name}}
		}
		n.Segments = append(n.Segments, ir.Segment{Parts: parts})
	}
	return n
}

// withClearNames returns the parts of a segment with all parameters in braces, quotes
// outside of them, and names for literals that are read as parameters.
func withClearNames(seg ir.Segment) []ir.Part {
	var parts []ir.Part
	params := ir.PathTemplate{Segments: []ir.Segment{seg}}.Params()
	for _, p := range seg.Parts {
		if !p.IsParam() {
			parts = append(parts, p)
			continue
		}
		before, after := "", ""
		if own := params[0]; p.Form == ir.Bare {
			p.Param = cmp.Or(own.Argument, keyName(p.Param))
		} else if name := strings.Trim(p.Param, "'"); name != "" {
			before, after = quoteAt(p.Param, 0), quoteAt(p.Param, len(p.Param)-1)
			p.Param = name
		}
		params = params[1:]
		parts = append(parts, ir.Part{Literal: before}, ir.Part{Param: p.Param}, ir.Part{Literal: after})
	}
	return ir.MergeLiterals(parts)
}

// keyName names a key whose page has a word in its place: that word if it is a name of
// an ID. Others are values, as in books('Emma').
func keyName(word string) string {
	if len(word) >= len("id") && strings.EqualFold(word[len(word)-len("id"):], "id") {
		return word
	}
	return "key"
}

// quoteAt returns the single quote at text[i], "" if there is none.
func quoteAt(text string, i int) string {
	if text[i] == '\'' {
		return "'"
	}
	return ""
}

func planRoute(index int, r ir.Route, calls []exampleCall, taken func(string) bool) Route {
	rooted := normalize(r.Path)
	route := Route{Method: r.Method, Template: rooted.String(), Index: index}
	params := rooted.Params()
	var literal strings.Builder
	for i, seg := range rooted.Segments {
		literal.WriteString("/")
		for _, part := range seg.Parts {
			if !part.IsParam() {
				literal.WriteString(part.Literal)
				continue
			}
			route.Pieces = append(route.Pieces, Piece{Literal: literal.String(), Arg: -1}, Piece{Arg: len(route.Args)})
			literal.Reset()
			param := params[len(route.Args)]
			arg := newArg(clearID(part.Param, rooted.Segments), collectionOf(rooted.Segments, i), argKind(param), taken)
			arg.Param = part.Param
			if arg.Kind == Quoted || arg.Kind == Unquoted {
				arg.Key = cmp.Or(param.Argument, arg.Param)
			}
			if at := sameValue(arg, route.Args, rooted.Segments[i]); at >= 0 && !valuesDiffer(calls, index, at, len(route.Args)) {
				arg.Repeats = true
			} else {
				arg = numbered(arg, route.Args)
			}
			route.Args = append(route.Args, arg)
		}
	}
	if literal.Len() == 0 && len(route.Pieces) == 0 {
		literal.WriteString("/")
	}
	if literal.Len() > 0 {
		route.Pieces = append(route.Pieces, Piece{Literal: literal.String(), Arg: -1})
	}
	return route
}

// numbered appends a number to the name of an argument if an earlier argument has
// the same name.
func numbered(arg Arg, before []Arg) Arg {
	own := arg
	for n := 2; slices.ContainsFunc(before, own.conflicts); n++ {
		own.Name, own.Field = arg.Name+strconv.Itoa(n), arg.Field+strconv.Itoa(n)
	}
	return own
}

// conflicts reports whether two arguments cannot be in one list or one struct.
func (a Arg) conflicts(b Arg) bool { return a.Name == b.Name || a.Field == b.Field }

// shapeOf identifies a route: routes with the same shape match the same requests.
func shapeOf(r ir.Route) string { return r.Method + " " + r.Path.Shape() }

// argKind returns the way in which a path parameter is written into a request.
func argKind(p ir.PathParam) ArgKind {
	switch {
	case p.Quoted:
		return Quoted
	case p.Subpath:
		return Subpath
	case p.Function != "":
		return Unquoted
	}
	return Segment
}

// collectionOf names the collection that a parameter of segment i selects from: the
// name before a key in parentheses, or else the word before the segment.
func collectionOf(segments []ir.Segment, i int) string {
	if f, ok := segments[i].Function(); ok && f.IsKey() {
		return lastPart(f.Name)
	}
	return precedingWord(segments[:i])
}

// precedingWord returns the last literal segment before a parameter.
func precedingWord(before []ir.Segment) string {
	for _, seg := range slices.Backward(before) {
		if word := literalWord(seg); word != "" {
			return word
		}
	}
	return ""
}

// literalWord returns the word of a segment without parameters: "users",
// "microsoft.graph.group" as "group", "root:" as "root".
func literalWord(seg ir.Segment) string {
	var text string
	for _, p := range seg.Parts {
		if p.IsParam() {
			return ""
		}
		text += p.Literal
	}
	if ir.IsVersion(text) {
		return ""
	}
	return strings.Trim(lastPart(strings.TrimSuffix(text, "()")), "$:")
}

// newArg names an argument after its parameter. A bare "id", or the choice
// "id | userPrincipalName", is named after the collection before it.
func newArg(param, before string, kind ArgKind, taken func(string) bool) Arg {
	name := param
	first, _, choice := strings.Cut(param, "|")
	if choice {
		name = strings.TrimSpace(first)
	}
	if before = singular(before); isVague(name) && before != "" && before != name {
		name = join(before, name)
	}
	arg := Arg{Param: param, Kind: kind, Name: gocode.Unexported(name), Field: exported(name)}
	if taken(arg.Name) || gocode.Reserved(arg.Name) {
		arg.Name += "Arg"
	}
	if slices.Contains(inputFields, arg.Field) || slices.Contains(knownMethods, arg.Field) {
		arg.Field += "Arg"
	}
	return arg
}

// inputFields are the fields of a handler's input that are not arguments.
var inputFields = []string{"Request", "Body"}

// isVague reports whether a parameter name needs the name of its collection.
func isVague(name string) bool {
	switch strings.ToLower(name) {
	case "id", "name", "key", "undefined", "":
		return true
	}
	return false
}

// unionFields returns the arguments of all routes, each once, in order of first
// appearance. It sets ArgFields of the routes.
func unionFields(routes []Route) []Arg {
	var fields []Arg
	for i := range routes {
		for _, a := range routes[i].Args {
			at := slices.IndexFunc(fields, func(f Arg) bool { return f.Field == a.Field })
			if at < 0 {
				at = len(fields)
				fields = append(fields, a)
			}
			routes[i].ArgFields = append(routes[i].ArgFields, at)
		}
	}
	return fields
}
