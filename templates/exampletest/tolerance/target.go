package tolerance

import (
	"fmt"
	"slices"
	"strings"
)

// Result is the result of a comparison.
type Result struct {
	Needed      []string // names of the rules without which there would be more differences, in the order of Rules
	Differences []string // not accepted by any rule
}

// Target compares the URL of a documented request with the target that a server
// received: path and query, as sent. base is the path of the documented base URL,
// such as "/v1.0". accept reports whether a rule may be used; nil accepts all.
func Target(documented, base, sent string, accept func(*Rule) bool) Result {
	var used, others []*Rule
	for i := range Rules {
		switch r := &Rules[i]; {
		case accept != nil && !accept(r):
		case r.documented == nil:
			others = append(others, r)
		default:
			if changed := r.documented(documented, base); changed != documented {
				documented, used = changed, append(used, r)
			}
		}
	}
	want, got := split(documented), split(sent)
	path, pathDiffers := needed(others, want.path, got.path, (*Rule).changePath, func(a, b string) bool { return a == b })
	query, queryDiffers := needed(others, want.query, got.query, (*Rule).changeQuery, slices.Equal[[]pair])
	used = slices.Concat(used, path, query)
	res := Result{Needed: Names(func(r *Rule) bool { return slices.Contains(used, r) })}
	if pathDiffers || queryDiffers {
		res.Differences = []string{fmt.Sprintf("want %s, got %s", documented, sent)}
	}
	return res
}

// Names returns the names of the rules that satisfy a condition, in the order of
// Rules.
func Names(is func(*Rule) bool) []string {
	var names []string
	for i := range Rules {
		if r := &Rules[i]; is(r) {
			names = append(names, r.Name)
		}
	}
	return names
}

func (r *Rule) changePath(path string) string {
	if r.path == nil {
		return path
	}
	return r.path(path)
}

func (r *Rule) changeQuery(query []pair) []pair {
	if r.pairs == nil {
		return query
	}
	return r.pairs(slices.Clone(query))
}

// needed returns the rules that are needed to make two values equal, and whether
// they differ even then.
func needed[T any](rules []*Rule, want, got T, change func(*Rule, T) T, equal func(T, T) bool) (used []*Rule, differ bool) {
	differs := func(rules []*Rule) bool {
		w, g := want, got
		for _, r := range rules {
			w, g = change(r, w), change(r, g)
		}
		return !equal(w, g)
	}
	n := 0
	for ; differs(rules[:n]); n++ {
		if n == len(rules) {
			return nil, true
		}
	}
	used = slices.Clone(rules[:n])
	for i := n - 1; i >= 0; i-- { // leave out those that are not needed
		if less := slices.Delete(slices.Clone(used), i, i+1); !differs(less) {
			used = less
		}
	}
	return used, false
}

// target is the target of a request.
type target struct {
	path  string
	query []pair
}

// pair is a parameter of a query, or an empty one between two separators.
type pair struct {
	name, value string
	equals      bool // there is an equals sign
}

func split(text string) target {
	path, query, ok := strings.Cut(text, "?")
	t := target{path: path}
	if !ok {
		return t
	}
	for part := range strings.SplitSeq(query, "&") {
		name, value, equals := strings.Cut(part, "=")
		t.query = append(t.query, pair{name, value, equals})
	}
	return t
}
