package lenient

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// mark is an opening or closing quote.
type mark struct {
	n    int  // length in bytes
	byte byte // the quote when it is ASCII, otherwise 0
	kind Kind // the defect; 0 for a JSON quote
}

// quoteAt returns the quote at the current position, nil when there is none.
func (r *reader) quoteAt() *mark {
	switch {
	case r.peek() == '"':
		return &mark{1, '"', 0}
	case r.peek() == '\'':
		return &mark{1, '\'', SingleQuote}
	case r.has("“"), r.has("”"), r.has("„"), r.has("‘"), r.has("’"):
		return &mark{3, 0, SmartQuote}
	}
	return nil
}

// text reads a string.
func (r *reader) text() {
	open := r.quoteAt()
	r.takeQuote(open)
	from := r.pos
	sure := -1 // offset of a quote that closes the string, possibly on a later line
	for !r.eof() {
		switch c := r.src[r.pos]; {
		case c == '\\':
			r.escape()
		case c == '\n' && !r.continues(open, &sure):
			r.endLine(from)
			return
		case c < ' ':
			r.defect(r.pos, r.pos+1, ControlChar, escaped(c))
			r.pos++
		case c == '"' || c == '\'' || c >= utf8.RuneSelf:
			if r.quoteOrRune(open, sure) {
				return
			}
		default:
			r.pos++
		}
	}
	r.endLine(from)
}

// takeQuote reads an opening or closing quote.
func (r *reader) takeQuote(m *mark) {
	if m.kind != 0 {
		r.defect(r.pos, r.pos+m.n, m.kind, `"`)
	}
	r.pos += m.n
}

// quoteOrRune reads a quote or a non-ASCII character in a string. It returns
// true when that closes the string.
func (r *reader) quoteOrRune(open *mark, sure int) (closed bool) {
	m := r.quoteAt()
	if m != nil && r.closes(open, m, sure) {
		r.takeQuote(m)
		return true
	}
	if r.peek() == '"' {
		r.defect(r.pos, r.pos+1, InnerQuote, `\"`)
	}
	c, n := utf8.DecodeRune(r.src[r.pos:])
	if c == utf8.RuneError && n == 1 {
		r.defect(r.pos, r.pos+1, BadUTF8, "\ufffd")
	}
	r.pos += n
	return false
}

// closes reports whether a quote closes the string. A quote with more text
// directly after it, and another quote on the line, is an unescaped part of the
// string.
func (r *reader) closes(open, m *mark, sure int) bool {
	switch {
	case open.byte == 0:
		return m.byte == '"' || m.byte == 0
	case m.byte != open.byte:
		return false
	case r.pos == sure:
		return true
	}
	at := r.pos + 1
	rest := bytes.TrimLeft(r.src[at:min(len(r.src), at+40)], " \t")
	if len(rest) == 0 || strings.IndexByte(",:}]\"'\r\n/", rest[0]) >= 0 {
		return true
	}
	if isBlank(r.src[at]) && strings.IndexByte("=[{-0123456789", rest[0]) >= 0 {
		return true
	}
	return r.index(m.byte, at) >= r.index('\n', at)
}

// continues reports whether the string continues after the end of a line: when
// the text after its next quote can follow a string. It does not when that
// quote opens the next member.
func (r *reader) continues(open *mark, sure *int) bool {
	if open.byte == 0 {
		return false
	}
	q := r.index(open.byte, r.pos)
	if q == *sure || q < len(r.src) && r.src[q-1] == '\\' {
		return true
	}
	if q == len(r.src) {
		return false
	}
	rest := bytes.TrimLeft(r.src[q+1:], " \t\r\n")
	if len(rest) > 0 && strings.IndexByte(",}]", rest[0]) < 0 {
		return false
	}
	*sure = q
	return true
}

// endLine ends a string without a closing quote at the end of the line, before
// a comma there. The text of the string starts at from.
func (r *reader) endLine(from int) {
	text := bytes.TrimRight(r.src[from:r.pos], " \t\r\n")
	text = bytes.TrimRight(bytes.TrimSuffix(text, []byte(",")), " \t")
	end := from + len(text)
	for n := len(r.defects); n > 0 && r.defects[n-1].Start >= end; n-- {
		r.defects = r.defects[:n-1]
	}
	if bytes.HasSuffix(text, []byte("”")) {
		r.defect(end-len("”"), end, SmartQuote, `"`)
	} else {
		r.defect(end, end, Unclosed, `"`)
	}
	r.pos = end
}

// escape reads a backslash in a string and the escaped character.
func (r *reader) escape() {
	rest := r.src[r.pos+1:]
	switch {
	case len(rest) > 0 && strings.IndexByte(`"\/bfnrt`, rest[0]) >= 0:
		r.pos += 2
	case len(rest) > 4 && rest[0] == 'u' && isHex(rest[1:5]):
		r.pos += 6
	case len(rest) > 0 && rest[0] == '\'':
		r.defect(r.pos, r.pos+1, BadEscape, "")
		r.pos += 2
	default:
		r.defect(r.pos, r.pos+1, BadEscape, `\\`)
		r.pos++
	}
}

func isHex(b []byte) bool {
	for _, c := range b {
		if !('0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f') {
			return false
		}
	}
	return true
}

func escaped(c byte) string {
	switch c {
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	}
	return fmt.Sprintf(`\u%04x`, c)
}
