package plan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// planRoutes makes the Go form of an operation's routes. Routes of the same
// method and shape are one; taken lists names that arguments must not hide.
func planRoutes(routes []ir.Route, taken func(string) bool) []Route {
	var planned []Route
	seen := map[string]bool{}
	for i, r := range routes {
		shape := shapeOf(r)
		if seen[shape] {
			continue
		}
		seen[shape] = true
		route := planRoute(i, r, taken)
		route.Shape = shape
		planned = append(planned, route)
	}
	if len(planned) > 1 {
		labelRoutes(planned)
	}
	return planned
}

// normal returns a path in the one form that routers read: rooted, parameters
// in braces, no trailing slash, what is opened closed.
func normal(p ir.PathTemplate) ir.PathTemplate {
	n := ir.PathTemplate{Prefix: "/"}
	for _, seg := range p.Segments {
		if len(seg.Parts) == 0 {
			continue
		}
		parts := slices.Clone(seg.Parts)
		for i := range parts {
			parts[i].Form = ir.Braces
		}
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

func planRoute(index int, r ir.Route, taken func(string) bool) Route {
	rooted := normal(r.Path)
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
			arg := newArg(part.Param, precedingWord(rooted.Segments[:i]), kindOf(param), taken)
			if arg.Kind == Quoted || arg.Kind == Bare {
				arg.Key = cmp.Or(param.Argument, arg.Param)
			}
			route.Args = append(route.Args, numbered(arg, route.Args))
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

// numbered gives an argument a number when those before it have its name.
func numbered(arg Arg, before []Arg) Arg {
	own := arg
	for n := 2; slices.ContainsFunc(before, own.meets); n++ {
		own.Name, own.Field = arg.Name+strconv.Itoa(n), arg.Field+strconv.Itoa(n)
	}
	return own
}

// meets reports whether two arguments cannot stand in one list or one struct.
func (a Arg) meets(b Arg) bool { return a.Name == b.Name || a.Field == b.Field }

// shapeOf is what makes a route: two of one shape take the same requests.
func shapeOf(r ir.Route) string { return r.Method + " " + r.Path.Shape() }

// kindOf tells how a parameter of a path is written.
func kindOf(p ir.PathParam) ArgKind {
	switch {
	case p.Quoted:
		return Quoted
	case p.Subpath:
		return Subpath
	case p.Function != "":
		return Bare
	}
	return Segment
}

// precedingWord returns the word that says what a parameter identifies: the
// last literal segment before it.
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
	return strings.Trim(lastPart(strings.TrimSuffix(text, "()")), "$:")
}

// newArg names an argument after its parameter; a bare "id", or the choice
// "id | userPrincipalName", after the collection it picks from.
func newArg(param, before string, kind ArgKind, taken func(string) bool) Arg {
	name := param
	first, _, choice := strings.Cut(param, "|")
	if choice {
		name = strings.TrimSpace(first)
	}
	if before = singular(before); vague(name) && before != "" && before != name {
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

// inputFields are what the input of a handler holds beside its arguments.
var inputFields = []string{"Request", "Body"}

// vague reports parameter names that do not say what they identify.
func vague(name string) bool {
	switch strings.ToLower(name) {
	case "id", "name", "key", "undefined", "":
		return true
	}
	return false
}

// unionFields returns the arguments of all routes, each once, in order of
// first appearance.
func unionFields(routes []Route) []Arg {
	var fields []Arg
	for _, r := range routes {
		for _, a := range r.Args {
			if !slices.ContainsFunc(fields, func(f Arg) bool { return f.Field == a.Field }) {
				fields = append(fields, a)
			}
		}
	}
	return fields
}

// labelRoutes names each route after what sets it apart from the others of its
// operation: "/me/messages" beside "/users/{id}/messages" is Me. The words that
// all routes end in, be it in the singular, say nothing; of the others, as few
// of the last as make the name unique.
func labelRoutes(routes []Route) {
	words := ownWords(routes)
	for i := range routes {
		tail := distinctTail(words, i)
		if !severalMethods(routes) || len(tail) > 1 { // the method alone says enough
			tail = whose(tail, words[i])
		}
		routes[i].Constructor = exported(strings.Join(tail, "-"))
	}
}

// ownWords are the words of each route without those that all end in.
func ownWords(routes []Route) [][]string {
	words := make([][]string, len(routes))
	for i, r := range routes {
		words[i] = routeWords(r)
	}
	tail, several := commonTail(words), severalMethods(routes)
	for i, w := range words {
		words[i] = slices.Clip(w[:len(w)-tail])
		if several {
			words[i] = append(words[i], strings.ToLower(routes[i].Method))
		}
	}
	return words
}

// nameConstructors makes the constructors' names of the routes' labels. Of
// /me/calendar and /me/calendars/{id}, which read alike, the second is named
// after its argument too.
func nameConstructors(key string, routes []Route) {
	if len(routes) < 2 {
		return
	}
	used := map[string]int{}
	for i := range routes {
		label := unsaid(key, routes[i].Constructor)
		if used[label] > 0 && len(routes[i].Args) > 0 {
			label += byWhat(routes, ownWords(routes), i)
		}
		if used[label]++; used[label] > 1 {
			label += strconv.Itoa(used[label])
		}
		routes[i].Constructor = key + label
	}
}

// unsaid returns a label without the words at its beginning that the key ends in.
func unsaid(key, label string) string {
	for i := len(label) - 1; i > 0; i-- {
		if label[i] >= 'A' && label[i] <= 'Z' && strings.HasSuffix(key, label[:i]) {
			return label[i:]
		}
	}
	return label
}

// byWhat names the arguments that a route has and its twins before it have not.
func byWhat(routes []Route, words [][]string, i int) string {
	has := map[string]bool{}
	for j := range i {
		if slices.Equal(words[j], words[i]) {
			for _, a := range routes[j].Args {
				has[a.Field] = true
			}
		}
	}
	var by string
	for _, a := range routes[i].Args {
		if !has[a.Field] {
			by += "By" + a.Field
		}
	}
	return by
}

func severalMethods(routes []Route) bool {
	return slices.ContainsFunc(routes, func(r Route) bool { return r.Method != routes[0].Method })
}

// distinctTail returns the fewest last words of words[i] that no other list
// ends in.
func distinctTail(words [][]string, i int) []string {
	own := words[i]
	for n := 1; n < len(own); n++ {
		tail := own[len(own)-n:]
		if !slices.ContainsFunc(words, func(w []string) bool { return !same(w, own) && endsIn(w, tail) }) {
			return tail
		}
	}
	return own
}

// whose puts the word for the signed-in user, or for another, before a tail
// that lacks it: a page that has one often gains the other, and the name stays.
func whose(tail, all []string) []string {
	if len(tail) < len(all) && (all[0] == "me" || all[0] == "user") {
		return append([]string{all[0]}, tail...)
	}
	return tail
}

func same(a, b []string) bool { return len(a) == len(b) && &a[0] == &b[0] }

func endsIn(words, tail []string) bool {
	return len(words) >= len(tail) && slices.Equal(words[len(words)-len(tail):], tail)
}

// routeWords returns a route's segments as words, collections that are picked
// from in the singular.
func routeWords(r Route) []string {
	var words []string
	for _, p := range r.Pieces {
		if p.Arg >= 0 {
			switch n := len(words); {
			case r.Args[p.Arg].Kind == Subpath:
				words = append(words, "path")
			case n > 0 && r.Args[p.Arg].Kind == Segment:
				words[n-1] = singular(words[n-1])
			}
			continue
		}
		for seg := range strings.SplitSeq(p.Literal, "/") {
			if w := strings.Trim(lastPart(seg), "$:()='"); w != "" {
				words = append(words, w)
			}
		}
	}
	return words
}

// commonTail returns how many last words all routes share, leaving each at
// least one.
func commonTail(words [][]string) int {
	for n := 0; ; n++ {
		for _, w := range words {
			if len(w) <= n+1 || singular(w[len(w)-1-n]) != singular(words[0][len(words[0])-1-n]) {
				return n
			}
		}
	}
}
