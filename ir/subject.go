package ir

import (
	"slices"
	"strings"
)

// Subject is a statement of a page about the routes that permissions apply to: a
// heading, a paragraph, the label of a row, a list of routes. A Subject that
// matches no route of the page says nothing that is certain, and does not restrict
// the permissions.
type Subject struct {
	// Routes are the routes that the page lists for the permissions. When there
	// are any, the other fields are empty.
	Routes []SubjectRoute
	// Self and Others mean the signed-in user and other users.
	Self, Others bool
	// AnyOf are alternatives of names of resources in lower case and singular: the
	// words by which the text differs from those of other tables or rows. A route
	// matches an alternative when its path has all of the names.
	AnyOf [][]string
	// UserIsOther is set when another table or row is for the signed-in user, so
	// that "user" means other users.
	UserIsOther bool
	// Row is set for the label of a row, a column or a list in a cell, and not for
	// a text about a whole table.
	Row bool
	// Nearest is set for the label of a row that is a resource: of several that
	// match a route, the last in the path applies.
	Nearest bool
}

// SubjectRoute is a route as a page lists it for permissions. Method is "" when the
// page states none.
type SubjectRoute struct {
	Method string
	Path   PathTemplate
}

// Singular returns a word in lower case without the ending of a plural. It folds
// the words of texts and paths alike; its results are not always words.
func Singular(word string) string {
	w := strings.ToLower(word)
	for _, end := range [][2]string{{"ies", "y"}, {"sses", "ss"}, {"xes", "x"}, {"ches", "ch"}, {"shes", "sh"}, {"uses", "us"}} {
		if base, ok := strings.CutSuffix(w, end[0]); ok && base != "" {
			return base + end[1]
		}
	}
	if base, ok := strings.CutSuffix(w, "s"); ok && len(base) > 1 && !strings.HasSuffix(base, "s") && !strings.HasSuffix(base, "u") {
		w = base
	}
	if base, ok := strings.CutSuffix(w, "ve"); ok && len(base) > 1 {
		return base + "f" // shelves and shelf
	}
	return w
}

// pathWords are the names in a path by their segments: the names of resources in
// singular, and the last part of qualified names.
type pathWords [][]string

func newPathWords(p PathTemplate) pathWords {
	var out pathWords
	for _, s := range p.Segments {
		var names []string
		if f, ok := s.Function(); ok {
			names = append(names, f.Name)
		} else {
			for _, part := range s.Parts {
				if !part.IsParam() {
					names = append(names, part.Literal)
				}
			}
		}
		var words []string
		for _, n := range names {
			n = strings.Trim(n, ":()='")
			if dot := strings.LastIndexByte(n, '.'); dot >= 0 {
				n = n[dot+1:]
			}
			if n != "" {
				words = append(words, Singular(n))
			}
		}
		out = append(out, words)
	}
	return out
}

// isMe and isUsers report whether the path is that of the signed-in user, or of
// any user.
func (p pathWords) isMe() bool    { return len(p) > 0 && slices.Contains(p[0], "me") }
func (p pathWords) isUsers() bool { return len(p) > 0 && slices.Contains(p[0], "user") }

// find returns the index of the last segment with a name, -1 for none.
func (p pathWords) find(name string) int {
	for i := len(p) - 1; i >= 0; i-- {
		if slices.Contains(p[i], name) {
			return i
		}
	}
	return -1
}

// maxJoined is the number of words of a text that may be one name in a path:
// "mail folder" is mailFolders.
const maxJoined = 3

// match reports whether the path has all the words. last is the index of the
// last segment with one of them.
func (s *Subject) matchWords(p pathWords, words []string) (last int, ok bool) {
	last = -1
	for i := 0; i < len(words); {
		n := 0
		for length := min(maxJoined, len(words)-i); length > 0 && n == 0; length-- {
			name := strings.Join(words[i:i+length], "")
			at := p.find(name)
			if at < 0 && name == "user" && p.isMe() && !s.UserIsOther {
				at = 0
			}
			if at >= 0 {
				n, last = length, max(last, at)
			}
		}
		if n == 0 {
			return -1, false
		}
		i += n
	}
	return last, len(words) > 0
}

// subjectRoute is a route in the form in which subjects are compared with it.
type subjectRoute struct {
	method, shape string
	words         pathWords
}

func newSubjectRoute(r *Route) subjectRoute {
	return subjectRoute{r.Method, r.Path.Shape(), newPathWords(r.Path)}
}

// matches reports whether the subject names a route. last is the index of the
// last segment that it names.
func (s *Subject) matches(r *subjectRoute) (last int, ok bool) {
	if len(s.Routes) > 0 {
		return 0, slices.ContainsFunc(s.Routes, func(l SubjectRoute) bool {
			return (l.Method == "" || strings.EqualFold(l.Method, r.method)) && l.Path.Shape() == r.shape
		})
	}
	p := r.words
	if s.Self || s.Others {
		if !(s.Self && p.isMe() || s.Others && p.isUsers()) {
			return -1, false
		}
		if len(s.AnyOf) == 0 {
			return 0, true
		}
	}
	for _, words := range s.AnyOf {
		if at, fits := s.matchWords(p, words); fits {
			last, ok = max(last, at), true
		}
	}
	return last, ok
}

// understood reports whether the subject restricts permissions on a page with the
// routes: each of its alternatives must match one. A subject of only the
// signed-in user is understood on a page that has only routes of other users, and
// the reverse.
func (s *Subject) understood(routes []subjectRoute) bool {
	if (s.Self || s.Others) && len(s.AnyOf) == 0 {
		return slices.ContainsFunc(routes, func(r subjectRoute) bool { return r.words.isMe() || r.words.isUsers() })
	}
	one := *s
	for i := range max(1, len(s.AnyOf)) {
		if len(s.AnyOf) > 0 {
			one.AnyOf = s.AnyOf[i : i+1]
		}
		if !slices.ContainsFunc(routes, func(r subjectRoute) bool { _, ok := one.matches(&r); return ok }) {
			return false
		}
	}
	return true
}
