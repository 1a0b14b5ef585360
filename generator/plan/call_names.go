package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
)

// callNames names variants after the words that distinguish them. The main one needs
// none: events next to calendar/events.
func callNames(list []callVariant, method string) []string {
	names, used := make([]string, len(list)), map[string]bool{"": true}
	main := mainCall(list, method)
	for i, v := range list {
		if i == main {
			continue
		}
		others := list
		if main >= 0 {
			others = list[main : main+1]
		}
		first := v.calls[0]
		for _, names[i] = range []string{v.distinctName(others), exportedList(first.rest) + first.args, exportedList(first.words) + first.args} {
			if !used[names[i]] {
				break
			}
		}
		used[names[i]] = true
	}
	return names
}

// mainCall returns the index of the variant that keeps the name of the page: the only
// one with the most routes, or else the one whose words are in the name of the method,
// the first one if the others are of another kind, or the one that has only words that
// all others have too. It returns -1 if there is none.
func mainCall(list []callVariant, method string) int {
	tied := mostRoutes(list)
	if len(tied) == 1 {
		return tied[0]
	}
	others := make([]callVariant, len(tied))
	for i, at := range tied {
		others[i] = list[at]
	}
	unnamed := -1
	for _, at := range tied {
		switch name := list[at].distinctName(others); {
		case name == "":
			unnamed = at
		case strings.HasSuffix(method, name):
			return at
		}
	}
	if !slices.ContainsFunc(others[1:], others[0].sameKind) {
		return tied[0]
	}
	return unnamed
}

// mostRoutes returns the indexes of the variants with the most routes.
func mostRoutes(list []callVariant) []int {
	var indexes []int
	most := 0
	for i, v := range list {
		if len(v.calls) > most {
			most, indexes = len(v.calls), nil
		}
		if len(v.calls) == most {
			indexes = append(indexes, i)
		}
	}
	return indexes
}

// sameKind reports whether two variants differ only in the words after their places.
func (v *callVariant) sameKind(other callVariant) bool {
	a, b := v.calls[0], other.calls[0]
	return a.method == b.method && a.args == b.args && (a.place == "") == (b.place == "")
}

// distinctName returns the words after the variant's place without those at the start
// and the end that all others have. Variants with the same words differ in their
// arguments or their HTTP method.
func (v *callVariant) distinctName(others []callVariant) string {
	own := v.calls[0]
	start, end := len(own.rest), len(own.rest)
	args, method := "", ""
	for _, other := range others {
		c := other.calls[0]
		start = min(start, sharedStart(own.rest, c.rest))
		end = min(end, sharedEnd(own.rest, c.rest))
		if c.args != own.args {
			args = own.args
		}
		if c.method != own.method {
			method = exported(strings.ToLower(own.method))
		}
	}
	name := args
	if start+end < len(own.rest) {
		name = exportedList(own.rest[start:len(own.rest)-end]) + args
	}
	return cmp.Or(name, method)
}

// sharedStart returns how many first words two lists share.
func sharedStart(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && strings.EqualFold(a[n], b[n]) {
		n++
	}
	return n
}

// sharedEnd returns how many last words two lists share.
func sharedEnd(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && strings.EqualFold(a[len(a)-1-n], b[len(b)-1-n]) {
		n++
	}
	return n
}

// withoutOverlap returns a suffix of a method's name without the words that the name
// ends in.
func withoutOverlap(method, suffix string) string {
	words := gocode.Words(suffix)
	for n := len(words); n > 0; n-- {
		if shared := strings.Join(words[:n], ""); strings.HasSuffix(method, shared) {
			return suffix[len(shared):]
		}
	}
	return suffix
}

func exportedList(words []string) string { return suffix(strings.Join(words, "-")) }
