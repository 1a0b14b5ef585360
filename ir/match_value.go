package ir

import "strings"

// text returns the value of an argument of a URL, which has no parameters.
func (a Argument) text() string {
	if len(a.Value) == 0 {
		return ""
	}
	return a.Value[0].Literal
}

// value matches literals and parameters with a text, and stores the arguments
// from index at on. A parameter takes at least one byte and as few as possible,
// so that no backtracking is needed. A parameter as the whole segment does not
// match system segments such as $count.
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

// isSystemSegment reports whether OData defines the segment. No key has such a
// spelling. Other text may begin with a dollar: $A$1 is a cell.
func isSystemSegment(text string) bool {
	switch text {
	case "$count", "$value", "$ref", "$links", "$entity", "$metadata", "$batch":
		return true
	}
	return false
}

// valueReader has the rest of a text. It converts the text to lower case once,
// when it must search it.
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

// paramLen returns the length of the text for a parameter when the parts after
// it match the rest; 0 or less when they cannot.
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

// equalASCII reports whether two literals are equal except for ASCII letter
// case.
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

// lowerASCII converts to lower case. Unlike strings.ToLower, it keeps offsets.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		b[i] = lowerByte(c)
	}
	return string(b)
}
