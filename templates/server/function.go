package server

import (
	"slices"
	"strings"
)

// argument is an argument of a function segment, such as "address='{address}'".
type argument struct {
	name string
	form form
}

// cutCall splits "range(address='A1')" into "range" and "address='A1'".
func cutCall(text string) (name, inner string, ok bool) {
	i := strings.IndexByte(text, '(')
	if i <= 0 || text[len(text)-1] != ')' {
		return "", "", false
	}
	return text[:i], text[i+1 : len(text)-1], true
}

// parseArguments parses the arguments of a template's function, such as
// "a='{a}',b={b}", and sorts them by name. places has the index in the text of
// each parameter of the sorted arguments.
func parseArguments(inner string) (args []argument, places []int, ok bool) {
	type placed struct {
		argument
		at int
	}
	var found []placed
	n := 0
	for _, pair := range splitOutside(inner, ',') {
		name, value, ok := strings.Cut(pair, "=")
		name, value = fold(strings.TrimSpace(name)), strings.TrimSpace(value)
		if !ok || name == "" || value == "" || strings.ContainsAny(name, "{}<>'") {
			return nil, nil, false
		}
		a := placed{argument{name, parseForm(value)}, n}
		n += a.form.params()
		found = append(found, a)
	}
	slices.SortStableFunc(found, func(a, b placed) int { return strings.Compare(a.name, b.name) })
	for _, a := range found {
		args = append(args, a.argument)
		for i := range a.form.params() {
			places = append(places, a.at+i)
		}
	}
	return args, places, true
}

// matchArguments matches the text between a request's parentheses. It must have
// each argument of s once, in any order.
func (s segment) matchArguments(m *match, inner string) bool {
	n, others, more := 0, inner, true
	for more {
		_, others, more = nextArgument(others)
		n++
	}
	if n != len(s.args) {
		return false
	}
	for _, a := range s.args {
		value, ok := argumentValue(inner, a.name)
		if !ok || !a.match(m, value) {
			return false
		}
	}
	return true
}

// match matches the value of an argument. If the template has no quotes, the value
// may have them: the docs often omit the quotes of strings.
func (a argument) match(m *match, value string) bool {
	if len(a.form) == 1 && a.form[0].param && strings.HasPrefix(value, "'") {
		return m.take(value[1:max(1, len(value)-1)], true) && strings.HasSuffix(value[1:], "'")
	}
	return a.form.match(m, value)
}

func argumentValue(inner, name string) (value string, ok bool) {
	for more := true; more; {
		var pair string
		pair, inner, more = nextArgument(inner)
		key, value, ok := strings.Cut(pair, "=")
		if ok && equalFold(strings.TrimSpace(key), name) {
			return strings.TrimSpace(value), true
		}
	}
	return "", false
}

// nextArgument splits inner at the first comma outside quotes and brackets. more
// reports whether there is one.
func nextArgument(inner string) (first, others string, more bool) {
	depth, quoted := 0, false
	for i := 0; i < len(inner); i++ {
		switch c := inner[i]; {
		case c == '\'':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '(' || c == '{':
			depth++
		case c == ']' || c == ')' || c == '}':
			depth--
		case c == ',' && depth == 0:
			return inner[:i], inner[i+1:], true
		}
	}
	return inner, "", false
}
