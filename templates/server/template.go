package server

import (
	"slices"
	"strings"
)

// kind is the kind of a template's segment.
type kind int

const (
	word     kind = iota + 1 // only text: "messages", "root:", "$ref"
	param                    // one parameter: "{id}"
	mixed                    // text and parameters: "{parent-id}:", "'{id}'"
	function                 // "range(address='{address}')"
	span                     // "{item-path}:": one or more segments, up to a colon
	rest                     // "{relative-path}": everything to the end
)

// segment is the part of a template between two slashes.
type segment struct {
	kind kind
	text string     // the word or the function's name, in lower case
	form form       // of a mixed segment
	args []argument // of a function, sorted by name; requests have them in any order
}

// key returns a text that is equal for segments that match the same requests.
func (s segment) key() string {
	key := s.text + s.form.key()
	for _, a := range s.args {
		key += "," + a.name + "=" + a.form.key()
	}
	return key
}

// template is a parsed path template.
type template struct {
	segments []segment
	// order has the index in the template of each parameter, in the order in
	// which a match finds them; those of a function are found by name. It is
	// nil if the orders are the same.
	order []int
}

// parseTemplate parses a path template. It never fails: unknown syntax is plain
// text. A query and a slash at the end are not part of the path.
func parseTemplate(text string) template {
	text, _, _ = strings.Cut(text, "?")
	text = strings.Trim(strings.TrimPrefix(text, "~"), "/ ")
	var t template
	colon := false // between "root:" and the next colon, a parameter can have several segments
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

// pathSegment returns the segment of a colon path: a parameter becomes a span or
// rest, which match several segments.
func pathSegment(s segment, last bool) segment {
	switch {
	case s.kind == mixed && len(s.form) == 2 && s.form[0].param && s.form[1].text == ":":
		return segment{kind: span}
	case s.kind == param && last:
		return segment{kind: rest}
	}
	return s
}

// parseSegment parses a segment. places has the index in the text of each
// parameter, in the order in which a match finds them.
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

// splitKey splits "borders({index})" and "users('{id}')" into two segments because
// OData keys can be in parentheses or after a slash.
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

// splitOutside splits text at a separator outside parameters and, unless the
// separator is a slash, outside quotes.
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
