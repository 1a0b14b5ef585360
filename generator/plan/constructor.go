package plan

import (
	"slices"
	"strconv"
	"strings"
)

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
