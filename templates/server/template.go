package server

import (
	"slices"
	"strings"
)

// kind tells what a segment of a template stands for.
type kind int

const (
	word     kind = iota + 1 // text alone: "messages", "root:", "$ref"
	param                    // one parameter: "{id}"
	mixed                    // text and parameters: "{parent-id}:", "'{id}'"
	function                 // "range(address='{address}')"
	span                     // "{item-path}:", which slashes may stand in
	rest                     // "{relative-path}": everything to the end
)

// segment is what a template has between two slashes.
type segment struct {
	kind kind
	text string     // of a word, and the name of a function; in lower case
	form form       // of a mixed segment
	args []argument // of a function, sorted by name: requests have them in any order
}

// key is the same for segments that take the same texts.
func (s segment) key() string {
	key := s.text + s.form.key()
	for _, a := range s.args {
		key += "," + a.name + "=" + a.form.key()
	}
	return key
}

// template is a documented path, taken apart.
type template struct {
	segments []segment
	// order says where in the template the parameters stand, in the order in
	// which a match finds them (a function's are found by name); nil: the same.
	order []int
}

// parseTemplate never fails: what is not understood is taken as plain text.
// A query that a page shows, and a slash at the end, are not part of the path.
func parseTemplate(text string) template {
	text, _, _ = strings.Cut(text, "?")
	text = strings.Trim(strings.TrimPrefix(text, "~"), "/ ")
	var t template
	colon := false // between "root:" and the next colon, where a parameter is a path
	texts := splitOutside(text, '/')
	for i, text := range texts {
		s, places := parseSegment(text)
		if colon {
			s = pathSegment(s, i == len(texts)-1)
		}
		if strings.HasSuffix(text, ":") {
			colon = !colon
		}
		base := len(t.order)
		for _, place := range places {
			t.order = append(t.order, base+place)
		}
		t.segments = append(t.segments, splitKey(s)...)
	}
	if slices.IsSorted(t.order) {
		t.order = nil
	}
	return t
}

// pathSegment widens a parameter of a colon path.
func pathSegment(s segment, last bool) segment {
	switch {
	case s.kind == mixed && len(s.form) == 2 && s.form[0].param && s.form[1].text == ":":
		return segment{kind: span}
	case s.kind == param && last:
		return segment{kind: rest}
	}
	return s
}

// parseSegment also gives, for each parameter in the order in which a match
// finds them, the place where it stands in the text.
func parseSegment(text string) (s segment, places []int) {
	if name, inner, ok := cutCall(text); ok {
		if args, places, ok := parseArguments(inner); ok {
			return segment{kind: function, text: fold(name), args: args}, places
		}
	}
	form := parseForm(text)
	for i := range form.params() {
		places = append(places, i)
	}
	switch {
	case len(places) == 0:
		return segment{kind: word, text: fold(strings.TrimSuffix(text, "()"))}, nil
	case len(form) == 1:
		return segment{kind: param}, places
	}
	return segment{kind: mixed, form: form}, places
}

// splitKey makes two segments of "borders({index})" and "users('{id}')": OData
// writes a key in parentheses or after a slash.
func splitKey(s segment) []segment {
	if s.kind != mixed || len(s.form) != 3 || !s.form[1].param {
		return []segment{s}
	}
	before, after := s.form[0].text, s.form[2].text
	if s.form[1].quoted {
		before, after = strings.TrimSuffix(before, "'"), strings.TrimPrefix(after, "'")
	}
	name, ok := strings.CutSuffix(before, "(")
	if !ok || name == "" || after != ")" {
		return []segment{s}
	}
	return []segment{{kind: word, text: name}, {kind: param}}
}

// splitOutside splits at a separator that stands in no quotes and no parameter.
func splitOutside(text string, separator byte) []string {
	var parts []string
	start, depth, quoted := 0, 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '{' || c == '<':
			depth++
		case c == '}' || c == '>':
			depth = max(depth-1, 0)
		case c == '\'':
			quoted = !quoted
		case c == separator && depth == 0 && (!quoted || separator == '/'):
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}
