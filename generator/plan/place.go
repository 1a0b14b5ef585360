package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// Place is what a call is about: the part of a path up to the last segment that
// identifies something, as /users/{id}/messages/{id} of …/messages/{id}/move. All
// methods with routes at a place take the same value for it.
type Place struct {
	Name string // of the function that returns the place: "AtUsersMessages"
	Path string // with the Go names of its arguments: "/users/{userID}/messages/{messageID}"
	Args []Arg

	wire string // its key, see declarePlaces
}

// TypeName names the type of the place. It is not exported because callers need only
// the function.
func (p *Place) TypeName() string { return strings.ToLower(p.Name[:1]) + p.Name[1:] }

// key identifies a place. Pages differ in the letter case of a path.
func (p *Place) key() string {
	params := 0
	for _, a := range p.Args {
		if !a.Repeats {
			params++
		}
	}
	return strings.ToLower(p.Name) + "/" + strconv.Itoa(params)
}

// isPlaceName reports whether a name could be that of a place. No other exported name
// may be one, because the name of a place depends on nothing but its path.
func isPlaceName(name string) bool {
	return len(name) > len(placePrefix) && strings.HasPrefix(name, placePrefix) && 'A' <= name[len(placePrefix)] && name[len(placePrefix)] <= 'Z'
}

// placePrefix begins the names of places, so that they cannot collide with the names
// of types: /groups/{id} is AtGroups, next to a type Group or Groups.
const placePrefix = "At"

// planPlaces sets the places of a method's routes. Routes that identify nothing, such
// as GET /users, have none.
func planPlaces(m *Method) {
	for i, r := range m.Routes {
		segments := normalize(m.Op.Routes[r.Index].Path).Segments
		end := placeEnd(segments)
		m.Routes[i].Place = r.placeAt(segments[:end])
		if end > 0 && slices.ContainsFunc(m.Routes[i].CallArgs(), func(a Arg) bool { return a.Repeats }) {
			m.Routes[i].Place = r.placeAt(segments) // which has the value to repeat
		}
	}
	nameAreas(m)
}

// nameAreas gives places of one method that have the same name the words of their area
// too: /fleet/boats/{id} and /harbour/boats/{id}.
func nameAreas(m *Method) {
	count := map[string]int{}
	for _, r := range m.Routes {
		if r.Place != nil {
			count[r.Place.key()]++
		}
	}
	for i, r := range m.Routes {
		if r.Place != nil && count[r.Place.key()] > 1 {
			segments := normalize(m.Op.Routes[r.Index].Path).Segments
			segments = segments[:placeEnd(segments)]
			m.Routes[i].Place.Name = placePrefix + exported(strings.Join(literalWords(segments), "-"))
			m.Routes[i].Place.Path = r.pathOf(segments, 0)
		}
	}
}

// placeEnd returns the number of segments up to the last one that identifies
// something: a placeholder, a key, or "me" for the signed-in user. The function at the
// end of a path and its arguments belong to the call.
func placeEnd(segments []ir.Segment) int {
	for end := calledFunction(segments); end > 0; end-- {
		if identifies(segments[end-1]) {
			return end
		}
	}
	return 0
}

// calledFunction returns the index of the function that a path calls, such as
// delta(token={token}), and the number of segments if it calls none.
func calledFunction(segments []ir.Segment) int {
	for i := len(segments) - 1; i >= 0; i-- {
		if f, ok := segments[i].Function(); ok && !isKeyed(f) {
			return i
		}
		if !strings.HasPrefix(segments[i].String(), "$") { // $value and $count of the result
			break
		}
	}
	return len(segments)
}

// identifies reports whether a segment is a placeholder or has one, or is "me", which
// identifies the signed-in user.
func identifies(seg ir.Segment) bool {
	return slices.ContainsFunc(seg.Parts, ir.Part.IsParam) || strings.EqualFold(seg.String(), "me")
}

// isKeyed reports whether the parentheses of a segment hold a key rather than the
// arguments of a function: books({id}), books(isbn={isbn}).
func isKeyed(f ir.Function) bool {
	if len(f.Args) == 0 {
		return false
	}
	if !slices.ContainsFunc(f.Args, func(a ir.Argument) bool { return a.Name != "" }) {
		return true
	}
	words := gocode.Words(lastPart(f.Name))
	isNoun := len(words) > 0 && !isVerb(strings.ToLower(words[0])) && singular(f.Name) != f.Name
	return isNoun && !slices.ContainsFunc(f.Args, func(a ir.Argument) bool { return !namesKey(a.Name) })
}

// namesKey reports whether the name of an argument is that of a key.
func namesKey(name string) bool {
	words := gocode.Words(name)
	if len(words) == 0 {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "id", "key", "name", "code", "address", "mail", "email", "number":
		return true
	}
	return false
}

// placeAt returns the place of a route that ends with the given segments, nil if there
// are none. Its arguments are text: pages of one place may have different types for the
// argument of a function in the path.
func (r Route) placeAt(segments []ir.Segment) *Place {
	if len(segments) == 0 {
		return nil
	}
	params := ir.PathTemplate{Segments: segments}.Params()
	p := &Place{Name: placeName(segments), Path: r.pathOf(segments, placeStart(segments)), Args: slices.Clone(r.Args[:len(params)])}
	for i := range p.Args {
		p.Args[i].Type = TextArg
	}
	return p
}

// placeName names the place that ends with the given segments after its words. The
// area before the first segment that identifies something is left out: calls at
// /fleet/boats/{id} and /boats/{id} take the same value.
func placeName(segments []ir.Segment) string {
	return placePrefix + exported(strings.Join(literalWords(segments[placeStart(segments):]), "-"))
}

// placeStart returns the index of the segment that begins a place: the word before
// the first placeholder, or the first key or "me".
func placeStart(segments []ir.Segment) int {
	first := slices.IndexFunc(segments, identifies)
	if first > 0 && literalWord(segments[first]) == "" && !isFunction(segments[first]) {
		return first - 1
	}
	return max(first, 0)
}

func isFunction(seg ir.Segment) bool {
	_, ok := seg.Function()
	return ok
}

// pathOf returns the part of the route's NamedPath with the given segments, with dots
// for those before start.
func (r Route) pathOf(segments []ir.Segment, start int) string {
	parts := strings.SplitN(r.NamedPath(), "/", len(segments)+2)
	parts = parts[1:min(len(parts), len(segments)+1)]
	path := "/" + strings.Join(parts[start:], "/")
	if start > 0 {
		return "…" + path
	}
	return path
}

// literalWords returns the words of segments in their spelling, with the names of keys,
// and "path" for a path within the path.
func literalWords(segments []ir.Segment) []string {
	var words []string
	add := func(text string) {
		if text = strings.Trim(lastPart(text), "$:=()'"); text != "" && !ir.IsVersion(text) {
			words = append(words, text)
		}
	}
	params := ir.PathTemplate{Segments: segments}.Params()
	for i, seg := range segments {
		if f, ok := seg.Function(); ok {
			add(f.Name)
			for _, a := range f.Args {
				if isKeyed(f) || !slices.ContainsFunc(a.Value, ir.Part.IsParam) {
					add(a.Name)
				}
			}
			continue
		}
		for _, part := range seg.Parts {
			if !part.IsParam() {
				add(part.Literal)
			}
		}
		if slices.ContainsFunc(params, func(p ir.PathParam) bool { return p.Segment == i && p.Subpath }) {
			words = append(words, "path")
		}
	}
	return words
}
