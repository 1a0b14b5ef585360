package permission

import (
	"slices"

	"github.com/mdwire/mdwire/ir"
)

// failure is the reason why an expression cannot be read.
type failure int

const (
	notUnderstood failure = iota + 1
	tooMany
)

// alternatives are groups of names. Each group suffices.
type alternatives [][]string

// both returns the alternatives that satisfy a and b.
func (a alternatives) both(b alternatives) (alternatives, failure) {
	out := ir.Both(a, b)
	tooLarge := func(group []string) bool { return len(group) > ir.MaxAlternatives }
	if out == nil && len(a) > 0 && len(b) > 0 || slices.ContainsFunc(out, tooLarge) {
		return nil, tooMany
	}
	return out, 0
}

// expression reads lists that are joined by words such as "plus". These words
// join the whole lists before and after them: "A, B plus C" is one of A and B,
// with C.
func expression(ts []token, allNeeded bool) (alternatives, failure) {
	var out alternatives
	for first := true; ; first = false {
		end := slices.IndexFunc(ts, func(t token) bool { return t.kind == withToken })
		part := ts
		if end >= 0 {
			part = ts[:end]
		}
		groups, fail := readList(part, allNeeded)
		if fail == 0 && !first {
			groups, fail = out.both(groups)
		}
		if fail != 0 {
			return nil, fail
		}
		if out = groups; end < 0 {
			return out, 0
		}
		ts = ts[end+1:]
	}
}

// item is a part of a list between two separators.
type item struct {
	operands []alternatives
	ands     int // words "and" between operands; not those in parentheses
	ors      int
	attached int // operands in parentheses that belong to the one before
	afterRow bool
}

// list is a list of permissions: "A, B", "A and B, C", "A, B and C".
type list struct {
	items     []item
	allNeeded bool // all names are needed
	series    bool // ends in ", and C": all are needed
	join      tokenKind
	open      bool // the last operand can be joined

	afterGroup bool // the last operand is in parentheses
}

// readList reads a list. Separators are between alternatives, except in a list
// that ends in "B and C" or "B, and C": a reader needs all of its names.
func readList(ts []token, allNeeded bool) (alternatives, failure) {
	ts = trimSeparators(ts)
	if len(ts) == 0 {
		return nil, notUnderstood
	}
	l := list{allNeeded: allNeeded}
	if ts[0].kind == allOfToken {
		l.allNeeded, ts = true, ts[1:]
	}
	if i := slices.IndexFunc(ts, func(t token) bool { return t.kind == neededToken }); i >= 0 {
		l.allNeeded = true
	}
	for i := range ts {
		if ts[i].kind == oneOfToken {
			if len(l.items) > 0 && l.join == 0 {
				return nil, notUnderstood // "A, one of B, C"
			}
			groups, fail := oneOf(ts[i+1:])
			if fail != 0 {
				return nil, fail
			}
			if fail = l.operand(groups); fail != 0 {
				return nil, fail
			}
			break
		}
		if fail := l.token(ts[i]); fail != 0 {
			return nil, fail
		}
	}
	if l.join != 0 {
		return nil, notUnderstood
	}
	return l.alternatives()
}

func trimSeparators(ts []token) []token {
	isSeparator := func(t token) bool { return t.kind == commaToken || t.kind == lineToken }
	for len(ts) > 0 && isSeparator(ts[0]) {
		ts = ts[1:]
	}
	for len(ts) > 0 && isSeparator(ts[len(ts)-1]) {
		ts = ts[:len(ts)-1]
	}
	return ts
}

// oneOf reads the names after "one of". They are alternatives; "and" among them
// has no certain meaning.
func oneOf(ts []token) (alternatives, failure) {
	var out alternatives
	for _, t := range ts {
		switch t.kind {
		case nameToken:
			out = append(out, []string{t.text})
		case commaToken, lineToken, orToken:
		default:
			return nil, notUnderstood
		}
	}
	if len(out) == 0 {
		return nil, notUnderstood
	}
	return out, 0
}

func (l *list) token(t token) failure {
	switch t.kind {
	case nameToken:
		if l.open && l.join == 0 && l.afterGroup {
			return notUnderstood // "(A) B"
		}
		l.afterGroup = false
		return l.operand(alternatives{{t.text}})
	case groupToken:
		groups, fail := expression(t.inside, false)
		if fail != 0 {
			return fail
		}
		switch {
		case l.open && l.join == 0:
			return notUnderstood // "A (B)"
		case t.attached:
			l.items[len(l.items)-1].attached++
		}
		l.afterGroup = true
		return l.operand(groups)
	case commaToken, lineToken:
		if l.join != 0 && l.open {
			return notUnderstood // "A and, B"
		}
		if l.open {
			l.open = false
			l.items[len(l.items)-1].afterRow = t.kind == lineToken
		}
		return 0
	case andToken, orToken:
		return l.joinWord(t.kind)
	case neededToken:
		return 0
	}
	return notUnderstood
}

// joinWord reads "and" and "or".
func (l *list) joinWord(kind tokenKind) failure {
	switch {
	case l.join != 0 || len(l.items) == 0:
		return notUnderstood
	case !l.open && kind == andToken:
		l.series = true
	case !l.open:
		return 0 // ", or"
	default:
		l.join = kind
	}
	return 0
}

// operand adds a name or an expression in parentheses.
func (l *list) operand(groups alternatives) failure {
	if l.join == 0 {
		l.items = append(l.items, item{operands: []alternatives{groups}})
		l.open = true
		return 0
	}
	it := &l.items[len(l.items)-1]
	it.operands = append(it.operands, groups)
	if l.join == andToken {
		it.ands++
	} else {
		it.ors++
	}
	l.join = 0
	if it.ands > 0 && it.ors > 0 {
		return notUnderstood // "A and B or C"
	}
	return 0
}

func (l *list) alternatives() (alternatives, failure) {
	if len(l.items) == 0 {
		return nil, notUnderstood
	}
	if l.allNeeded || l.isSeries() {
		return l.all()
	}
	var out alternatives
	for _, it := range l.items {
		groups, fail := it.alternatives()
		if fail != 0 {
			return nil, fail
		}
		if out = append(out, groups...); len(out) > ir.MaxAlternatives {
			return nil, tooMany
		}
	}
	return out, 0
}

// isSeries reports whether the list is "A, B and C", whose names are needed
// together. A list that has "and" earlier too is one of alternatives: "A and B,
// A and C".
func (l *list) isSeries() bool {
	if l.series {
		return true
	}
	last := len(l.items) - 1
	if last == 0 || l.items[last].ands-l.items[last].attached <= 0 || l.items[last-1].afterRow {
		return false
	}
	return !slices.ContainsFunc(l.items[:last], func(it item) bool { return it.ands > 0 || it.ors > 0 })
}

// all returns the groups that satisfy all items. A list with "or" has no certain
// meaning then.
func (l *list) all() (alternatives, failure) {
	out := alternatives{nil}
	for _, it := range l.items {
		if it.ors > 0 {
			return nil, notUnderstood
		}
		for _, groups := range it.operands {
			var fail failure
			if out, fail = out.both(groups); fail != 0 {
				return nil, fail
			}
		}
	}
	return out, 0
}

func (it item) alternatives() (alternatives, failure) {
	out := it.operands[0]
	for _, groups := range it.operands[1:] {
		var fail failure
		if it.ors > 0 {
			out = append(slices.Clone(out), groups...)
			if len(out) > ir.MaxAlternatives {
				return nil, tooMany
			}
		} else if out, fail = out.both(groups); fail != 0 {
			return nil, fail
		}
	}
	return out, 0
}
