package lenient

import (
	"bytes"
	"strings"
)

// maxDepth limits nesting, and so the stack. Examples have a dozen levels.
const maxDepth = 500

// reader scans the text once and records defects.
type reader struct {
	src     []byte
	pos     int
	defects []Defect
	depth   int
	objects int // open objects
	arrays  int // open arrays
	failed  bool
	next    [256]found
}

// found caches the result of a search for a byte, so that searching for the
// closing quotes of many strings takes linear time.
type found struct {
	from, at int
	known    bool
}

func (r *reader) defect(start, end int, kind Kind, replacement string) {
	r.defects = append(r.defects, Defect{start, end, kind, replacement})
}

// fail stops reading: the text here is not JSON.
func (r *reader) fail() {
	if !r.failed {
		r.failed = true
		r.defect(r.pos, r.pos, Hopeless, "")
	}
	r.pos = len(r.src)
}

func (r *reader) eof() bool { return r.pos >= len(r.src) }

// peek returns the current byte, 0 at the end.
func (r *reader) peek() byte {
	if r.eof() {
		return 0
	}
	return r.src[r.pos]
}

func (r *reader) has(s string) bool { return bytes.HasPrefix(r.src[r.pos:], []byte(s)) }

// index returns the offset of the next c at or after from, the length of the
// text when there is none.
func (r *reader) index(c byte, from int) int {
	if f := r.next[c]; f.known && f.from <= from && from <= f.at {
		return f.at
	}
	at := len(r.src)
	if n := bytes.IndexByte(r.src[min(from, at):], c); n >= 0 {
		at = from + n
	}
	r.next[c] = found{from, at, true}
	return at
}

// document reads the whole text.
func (r *reader) document() {
	switch {
	case r.has("\ufeff"):
		r.defect(0, 3, BOM, "")
		r.pos = 3
	case r.has("?{"), r.has("?["): // a tool wrote the mark in another encoding
		r.defect(0, 1, BOM, "")
		r.pos = 1
	}
	r.blank()
	start := r.pos
	switch c := r.peek(); {
	case c == '{' || c == '[':
		r.value()
	case r.quoteAt() != nil:
		if !r.fragment(start) {
			r.pos = start
			r.value()
		}
	default:
		r.fail()
		return
	}
	r.after()
}

// fragment reads the inside of an object without braces. ok is false when the
// string at the start is not a key.
func (r *reader) fragment(start int) (ok bool) {
	n := len(r.defects)
	r.text()
	r.blank()
	if r.peek() != ':' {
		r.defects = r.defects[:n]
		return false
	}
	r.defects = r.defects[:n]
	r.pos = start
	r.defect(start, start, NoBraces, "{")
	r.objects++
	r.members(NoBraces)
	return true
}

// after reads the rest of the text, which may have only white space and
// comments.
func (r *reader) after() {
	r.blank()
	if r.eof() {
		return
	}
	end := len(bytes.TrimRight(r.src, " \t\r\n"))
	kind := TextAfter
	if n := r.ellipsis(); n > 0 && r.pos+n == end {
		kind = Ellipsis
	}
	r.defect(r.pos, end, kind, "")
}

// ellipsis returns the length of the ellipsis at the current position, 0 for
// none: three or more dots, or the ellipsis character.
func (r *reader) ellipsis() int {
	if r.has("…") {
		return len("…")
	}
	n := dots(r.src[r.pos:])
	if n < 3 {
		return 0
	}
	return n
}

func dots(b []byte) int {
	n := 0
	for n < len(b) && b[n] == '.' {
		n++
	}
	return n
}

// word returns the text up to a comma, a closing bracket, a comment or the end
// of the line, without an ellipsis at its end.
func (r *reader) word() string {
	end := r.pos
	for end < len(r.src) && !strings.ContainsRune(",]}\n\r", rune(r.src[end])) {
		if r.src[end] == '/' && end > r.pos && isBlank(r.src[end-1]) && end+1 < len(r.src) && r.src[end+1] == '/' {
			break
		}
		end++
	}
	word := string(r.src[r.pos:end])
	word = strings.TrimSuffix(trimBlanks(word), "…")
	if strings.HasSuffix(word, "...") {
		word = strings.TrimRight(word, ".")
	}
	return trimBlanks(word)
}
