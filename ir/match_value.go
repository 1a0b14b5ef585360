package ir

import "strings"

// text returns the value of an argument that was read from a URL, and so has
// no parameters.
func (a Argument) text() string {
	if len(a.Value) == 0 {
		return ""
	}
	return a.Value[0].Literal
}

// value matches literals and parameters in turn with a text, and keeps the
// arguments from index at on. A parameter takes at least one byte and as few
// as it can, so that there is one way to match and no going back. A parameter
// alone is never a system segment such as $count.
func (m *matcher) value(parts []Part, at int, text string) bool {
	if len(parts) == 1 && parts[0].IsParam() {
		if text == "" || isSystemSegment(text) {
			return false
		}
		m.args[at] = argument{text: text}
		return true
	}
	w := valueReader{text: text}
	for k, p := range parts {
		if !p.IsParam() {
			if !w.literal(p.Literal) {
				return false
			}
			continue
		}
		n := w.paramLen(parts[k+1:])
		if n <= 0 {
			return false
		}
		m.args[at] = argument{text: w.text[:n]}
		at++
		w.cut(n)
	}
	return w.text == ""
}

// isSystemSegment reports the segments that OData gives a meaning to; no key is
// spelled as one. Other text may begin with a dollar: $A$1 is a cell.
func isSystemSegment(text string) bool {
	switch text {
	case "$count", "$value", "$ref", "$links", "$entity", "$metadata", "$batch":
		return true
	}
	return false
}

// valueReader holds what is left of a text. It makes the text lower-case only
// when it has to search it, and once.
type valueReader struct {
	text, lower string
}

func (w *valueReader) cut(n int) {
	w.text = w.text[n:]
	if w.lower != "" {
		w.lower = w.lower[n:]
	}
}

func (w *valueReader) literal(literal string) bool {
	if len(w.text) < len(literal) || !equalASCII(w.text[:len(literal)], literal) {
		return false
	}
	w.cut(len(literal))
	return true
}

// paramLen returns how much of the text a parameter takes when the parts after
// it are to match the rest; none or less when they cannot.
func (w *valueReader) paramLen(after []Part) int {
	switch {
	case len(after) == 0:
		return len(w.text)
	case after[0].IsParam():
		return min(1, len(w.text))
	case len(after) == 1:
		return len(w.text) - len(after[0].Literal)
	case w.text == "":
		return 0
	}
	if w.lower == "" {
		w.lower = lowerASCII(w.text)
	}
	n := strings.Index(w.lower[1:], lowerASCII(after[0].Literal))
	return n + 1
}

// equalASCII reports whether two literals differ in ASCII letter case at most.
func equalASCII(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if lowerByte(a[i]) != lowerByte(b[i]) {
			return false
		}
	}
	return true
}

func lowerByte(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// lowerASCII keeps offsets, which strings.ToLower does not.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		b[i] = lowerByte(c)
	}
	return string(b)
}
