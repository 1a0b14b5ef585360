package lenient

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// blank skips white space and comments.
func (r *reader) blank() {
	for !r.eof() {
		switch c := r.src[r.pos]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			r.pos++
		case c == '/' && r.has("//"):
			end := r.index('\n', r.pos)
			end = r.pos + len(bytes.TrimRight(r.src[r.pos:end], " \t\r"))
			r.defect(r.pos, end, Comment, "")
			r.pos = end
		case c == '/' && r.has("/*"):
			r.blockComment()
		case c == '\v' || c == '\f' || c >= utf8.RuneSelf:
			n, replacement := specialBlank(r.src[r.pos:])
			if n == 0 {
				return
			}
			r.blankDefect(n, replacement)
		default:
			return
		}
	}
}

// blankDefect records special spaces. Consecutive ones are one defect.
func (r *reader) blankDefect(n int, replacement string) {
	start := r.pos
	var all []byte
	for n > 0 {
		all = append(all, replacement...)
		r.pos += n
		n, replacement = specialBlank(r.src[r.pos:])
	}
	r.defect(start, r.pos, BlankChar, string(all))
}

func (r *reader) blockComment() {
	end := len(r.src)
	if n := bytes.Index(r.src[r.pos+2:], []byte("*/")); n >= 0 {
		end = r.pos + 2 + n + 2
	}
	r.defect(r.pos, end, Comment, "")
	r.pos = end
}

// specialBlank returns the length of a space that JSON does not allow, and its
// replacement: a space, or nothing when it has no width.
func specialBlank(b []byte) (n int, replacement string) {
	switch c, n := utf8.DecodeRune(b); {
	case c == '\v' || c == '\f' || c == '\u00a0' || c == '\u202f' || c == '\u3000',
		'\u2000' <= c && c <= '\u200a', c == '\u2028', c == '\u2029':
		return n, " "
	case '\u200b' <= c && c <= '\u200f', c == '\u2060', c == '\ufeff':
		return n, ""
	}
	return 0, ""
}

// trimBlanks removes spaces of all kinds from the end.
func trimBlanks(s string) string {
	return strings.TrimRightFunc(s, func(c rune) bool {
		n, _ := specialBlank(utf8.AppendRune(nil, c))
		return n > 0 || c < utf8.RuneSelf && isBlank(byte(c))
	})
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }
