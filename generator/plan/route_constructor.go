package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// routeLabel is the part of a constructor's name that distinguishes a route from
// the other routes of its method.
type routeLabel struct {
	text   string
	byArgs string // appended if an earlier route has the same text
}

// labelRoutes labels the routes of an operation, nil for a single route:
// /me/messages next to /users/{id}/messages is Me. Words that all routes end in,
// in the singular or the plural, are left out. Of the others, a label has the
// fewest of the last ones that make it unique.
func labelRoutes(routes []Route) []routeLabel {
	if len(routes) < 2 {
		return nil
	}
	words, labels := distinctWords(routes), make([]routeLabel, len(routes))
	for i := range routes {
		tail := distinctTail(words, i)
		if !severalMethods(routes) || len(tail) > 1 { // otherwise the HTTP method is enough
			tail = withUser(tail, words[i])
		}
		labels[i] = routeLabel{exported(strings.Join(tail, "-")), argumentsLabel(routes, words, i)}
	}
	return labels
}

// distinctWords returns the words of each route without those that all routes end in.
func distinctWords(routes []Route) [][]string {
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

// nameConstructors names the constructors of a method after its key and the
// labels of its routes. The second of two routes with the same label, such as
// /me/calendar and /me/calendars/{id}, is named after its argument too.
func nameConstructors(key string, routes []Route, labels []routeLabel) {
	used := map[string]int{}
	for i, l := range labels {
		label := trimOverlap(key, l.text)
		if used[label] > 0 && len(routes[i].Args) > 0 {
			label += l.byArgs
		}
		if used[label]++; used[label] > 1 {
			label += strconv.Itoa(used[label])
		}
		routes[i].Constructor = key + label
	}
}

// trimOverlap returns a label without the words at its start that the key ends in.
func trimOverlap(key, label string) string {
	for i := len(label) - 1; i > 0; i-- {
		if label[i] >= 'A' && label[i] <= 'Z' && strings.HasSuffix(key, label[:i]) {
			return label[i:]
		}
	}
	return label
}

// argumentsLabel names the arguments of a route that earlier routes with the same
// words do not have.
func argumentsLabel(routes []Route, words [][]string, i int) string {
	earlier := map[string]bool{}
	for j := range i {
		if slices.Equal(words[j], words[i]) {
			for _, a := range routes[j].Args {
				earlier[a.Field] = true
			}
		}
	}
	var label string
	for _, a := range routes[i].Args {
		if !earlier[a.Field] && !a.Repeats {
			label += "By" + a.Field
		}
	}
	return label
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

// withUser puts the word for the signed-in user, or for any user, before a tail
// without it. Pages often document only one of these routes and add the other
// later. The name must not change then.
func withUser(tail, all []string) []string {
	if len(tail) < len(all) && (all[0] == "me" || all[0] == "user") {
		return append([]string{all[0]}, tail...)
	}
	return tail
}

// same reports whether two lists are the same list.
func same(a, b []string) bool { return len(a) == len(b) && &a[0] == &b[0] }

func endsIn(words, tail []string) bool {
	return len(words) >= len(tail) && slices.Equal(words[len(words)-len(tail):], tail)
}

// routeWords returns the segments of a route as words. A collection before a
// parameter is in the singular.
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
			if ir.IsVersion(seg) {
				seg = strings.ReplaceAll(strings.TrimSuffix(seg, ".0"), ".", "-")
			}
			if w := strings.Trim(lastPart(seg), "$:()='"); w != "" {
				words = append(words, w)
			}
		}
	}
	return words
}

// commonTail returns how many last words all routes share. It leaves at least one
// word for each.
func commonTail(words [][]string) int {
	for n := 0; ; n++ {
		for _, w := range words {
			if len(w) <= n+1 || singular(w[len(w)-1-n]) != singular(words[0][len(words[0])-1-n]) {
				return n
			}
		}
	}
}
