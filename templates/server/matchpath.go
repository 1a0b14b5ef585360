package server

import (
	"net/url"
	"strings"
)

// findPath tries parameters that contain slashes. Their value ends at a segment
// that ends with a colon, or at the end of the path.
func (n *node) findPath(m *match, raw, path string) *target {
	if n.span == nil && n.rest == nil {
		return nil
	}
	mark := len(m.args)
	var value []byte
	for {
		text, closed := strings.CutSuffix(raw, ":")
		text, ok := m.decode(text)
		if !ok || text == "" || isDots(text) || strings.Contains(text, "/") {
			return nil // a path argument must not contain "..", empty segments or escaped slashes
		}
		value = append(value, text...)
		if closed && n.span != nil {
			m.args = append(m.args, string(value))
			if t := n.span.find(m, path); t != nil {
				return t
			}
			m.args = m.args[:mark]
		}
		if closed {
			value = append(value, ':')
		}
		if path == "" {
			break
		}
		raw, path = cutSegment(path)
		value = append(value, '/')
	}
	if n.rest == nil {
		return nil
	}
	m.args = append(m.args, string(value))
	return n.rest.find(m, "")
}

// take adds a parameter's value. A value that was between quotes may be empty and
// has its quotes doubled. take returns false if the value is invalid.
func (m *match) take(value string, quoted bool) bool {
	ok := value != ""
	if quoted {
		value, ok = undouble(value)
	}
	if ok {
		m.args = append(m.args, value)
	}
	return ok
}

// takeKey adds the value of a key in parentheses, with or without quotes.
func (m *match) takeKey(text string) bool {
	if text[0] != '\'' {
		return m.take(text, false)
	}
	key, ok := unquote(text)
	return ok && m.take(key, false)
}

func (m *match) decode(raw string) (string, bool) {
	if !m.escaped || strings.IndexByte(raw, '%') < 0 {
		return raw, true
	}
	text, err := url.PathUnescape(raw)
	return text, err == nil
}

// cutSegment splits "/a/b" into "a" and "/b".
func cutSegment(path string) (segment, others string) {
	if i := strings.IndexByte(path[1:], '/'); i >= 0 {
		return path[1 : i+1], path[i+1:]
	}
	return path[1:], ""
}

func isDots(text string) bool { return text == "." || text == ".." }
