package ir

import (
	"net/url"
	"slices"
	"strings"
)

// urlSegment is a segment of the path of a URL.
type urlSegment struct {
	text       string // unescaped
	start, end int    // position in the escaped path
	call       Function
	isCall     bool
	colon      int // index of the next segment, from this one on, that ends in a colon; -1 for none
}

// matcher compares a template with a URL segment by segment.
type matcher struct {
	path      string
	template  []Segment
	calls     []Function // of the template's segments
	isCall    []bool
	isSubpath []bool
	isAny     []bool // "..."
	first     []int  // index of the first parameter of each segment of the template
	url       []urlSegment
	args      []argument
	loose     bool
}

// argument is the value of a parameter. It is unescaped only when the whole URL
// matches.
type argument struct {
	text    string
	escaped bool
}

func newMatcher(p PathTemplate, url *URLPath) *matcher {
	m := &matcher{path: url.text, isSubpath: p.subpaths(), url: url.segments}
	m.template = p.Segments
	for n := len(m.template); n > 0 && len(m.template[n-1].Parts) == 0; n-- {
		m.template = m.template[:n-1]
	}
	count := len(m.template)
	m.calls, m.isCall, m.isAny, m.first = make([]Function, count), make([]bool, count), make([]bool, count), make([]int, count)
	n := 0
	for i, s := range m.template {
		m.calls[i], m.isCall[i] = s.Function()
		m.isAny[i] = s.Kind() == EllipsisSegment
		m.first[i] = n
		n += s.params()
	}
	m.args = make([]argument, n)
	return m
}

// splitSegments splits the path of a URL in the same way as templates: not at
// slashes in parentheses or braces.
func splitSegments(path string) []urlSegment {
	p, _ := ParsePath(path)
	var segs []urlSegment
	at := len(p.Prefix)
	for _, s := range p.Segments {
		raw := s.String()
		u := urlSegment{text: unescape(raw), start: at, end: at + len(raw)}
		u.call, u.isCall = Segment{Parts: []Part{{Literal: u.text}}}.Function()
		segs = append(segs, u)
		at = u.end + 1
	}
	for n := len(segs); n > 0 && segs[n-1].text == ""; n-- {
		segs = segs[:n-1]
	}
	colon := -1
	for i, u := range slices.Backward(segs) {
		if strings.HasSuffix(u.text, ":") {
			colon = i
		}
		segs[i].colon = colon
	}
	return segs
}

func unescape(s string) string {
	if t, err := url.PathUnescape(s); err == nil {
		return t
	}
	return s
}

// arguments returns the unescaped values.
func (m *matcher) arguments() []string {
	args := make([]string, len(m.args))
	for i, a := range m.args {
		args[i] = a.text
		if a.escaped {
			args[i] = unescape(a.text)
		}
	}
	return args
}

// run reports whether the whole URL matches the template. It backtracks only
// for "...", and only to the last one.
func (m *matcher) run() bool {
	i, j := 0, 0
	ellipsis, from := -1, 0
	for i < len(m.template) || j < len(m.url) {
		if i < len(m.template) && m.isAny[i] {
			ellipsis, from = i, j
			i++
			continue
		}
		if di, dj := m.step(i, j); dj > 0 {
			i, j = i+di, j+dj
			continue
		}
		if ellipsis < 0 || from >= len(m.url) {
			return false
		}
		from++
		i, j = ellipsis+1, from
	}
	return true
}

// step matches segment i of the template with segment j of the URL. It returns
// the number of segments that each uses, 0 when they differ.
func (m *matcher) step(i, j int) (di, dj int) {
	if i >= len(m.template) || j >= len(m.url) {
		return 0, 0
	}
	switch u := &m.url[j]; {
	case m.isSubpath[i]:
		return 1, m.subpath(i, j)
	case m.isCall[i]:
		return m.call(i, j)
	case u.isCall && u.call.IsKey() && i+1 < len(m.template) && !m.isCall[i+1] && m.named(i, u.call.Name):
		if m.value(m.template[i+1].Parts, m.first[i+1], u.call.Args[0].text()) {
			return 2, 1
		}
	case u.isCall && (len(u.call.Args) == 0 || m.loose) && m.named(i, u.call.Name):
		return 1, 1
	case m.value(m.template[i].Parts, m.first[i], u.text):
		return 1, 1
	}
	return 0, 0
}

// named reports whether segment i of the template is the literal name.
func (m *matcher) named(i int, name string) bool {
	parts := m.template[i].Parts
	return len(parts) == 1 && !parts[0].IsParam() && equalASCII(parts[0].Literal, name)
}

// subpath matches a parameter that includes slashes. It leaves just enough
// segments for the rest of the template up to the closing colon.
func (m *matcher) subpath(i, j int) (dj int) {
	end, last := i, len(m.url)-1
	for end < len(m.template)-1 && !m.template[end].endsColon() {
		end++
	}
	if m.template[end].endsColon() {
		last = m.url[j].colon
	}
	last -= end - i
	if last < j {
		return 0
	}
	text := m.path[m.url[j].start:m.url[last].end]
	if !m.value(m.template[i].Parts, m.first[i], text) {
		return 0
	}
	m.args[m.first[i]].escaped = true
	return last - j + 1
}

// call matches a function of the template.
func (m *matcher) call(i, j int) (di, dj int) {
	f, u := &m.calls[i], &m.url[j]
	switch {
	case u.isCall:
		if equalASCII(f.Name, u.call.Name) && m.callArgs(i, u.call) {
			return 1, 1
		}
	case !equalASCII(f.Name, u.text):
	case len(f.Args) == 0:
		return 1, 1
	case f.IsKey() && j+1 < len(m.url) && m.value(f.Args[0].Value, m.first[i], m.url[j+1].text):
		return 1, 2
	}
	return 0, 0
}

// callArgs matches the arguments of a call by name, in any order, and those without
// a name by place.
func (m *matcher) callArgs(i int, u Function) bool {
	f := &m.calls[i]
	if len(f.Args) != len(u.Args) || len(f.Args) > maxMatchArgs {
		return false
	}
	at := m.first[i]
	for i, a := range f.Args {
		k := slices.IndexFunc(u.Args, func(b Argument) bool { return equalASCII(a.Name, b.Name) })
		if a.Name == "" {
			k = i // an argument without a name has a place
		}
		if k < 0 || !m.argument(a, at, u.Args[k]) {
			return false
		}
		at += Segment{Parts: a.Value}.params()
	}
	return true
}

func (m *matcher) argument(want Argument, at int, got Argument) bool {
	if m.loose && (Segment{Parts: want.Value}).params() == 0 {
		return true
	}
	return m.value(want.Value, at, got.text())
}
