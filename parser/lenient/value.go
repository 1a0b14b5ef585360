package lenient

import (
	"encoding/json"
	"strings"
)

// value reads a value.
func (r *reader) value() {
	switch c := r.peek(); {
	case c == '{':
		if n := placeholder(r.src[r.pos:]); n > 0 && r.depth > 0 {
			r.bare(string(r.src[r.pos : r.pos+n]))
			return
		}
		r.container('}')
	case c == '[':
		r.container(']')
	case r.quoteAt() != nil:
		r.text()
	case r.ellipsis() > 0:
		n := r.ellipsis()
		r.defect(r.pos, r.pos+n, Ellipsis, "null")
		r.pos += n
	default:
		r.bare(r.word())
	}
}

// container reads an object or an array from its opening bracket on.
func (r *reader) container(closer byte) {
	if r.depth++; r.depth > maxDepth {
		r.fail()
		return
	}
	r.pos++
	if closer == '}' {
		r.objects++
		r.members(Unclosed)
	} else {
		r.arrays++
		r.elements()
	}
	r.depth--
}

func (r *reader) members(end Kind) {
	l := r.list('}', end)
	for l.more() {
		r.member()
		l.done()
	}
	r.objects--
}

func (r *reader) elements() {
	l := r.list(']', Unclosed)
	for l.more() {
		r.value()
		l.done()
	}
	r.arrays--
}

// member reads a name, a colon and a value.
func (r *reader) member() {
	start := r.pos
	quoted := r.quoteAt() != nil
	if quoted {
		r.text()
	} else if !r.key() {
		r.fail()
		return
	}
	nameEnd := r.pos
	r.blank()
	switch c := r.peek(); {
	case c == ':' || c == '=':
		if c == '=' {
			r.defect(r.pos, r.pos+1, MissingColon, ":")
		}
		r.pos++
	case !quoted:
		r.fail()
		return
	case c == ',' || c == '}' || c == ']' || r.eof():
		r.missingValue(start, nameEnd)
		return
	default:
		r.defect(nameEnd, nameEnd, MissingColon, ":")
	}
	valueEnd := r.pos
	r.blank()
	if c := r.peek(); c == ',' || c == '}' || c == ']' || r.eof() {
		r.defect(valueEnd, valueEnd, MissingValue, " null")
		return
	}
	r.value()
}

// missingValue repairs a name without a value. "..." as a name means that there
// are more members.
func (r *reader) missingValue(start, end int) {
	if string(r.src[start:end]) == `"..."` {
		r.defect(end, end, Ellipsis, ": null")
		return
	}
	r.defect(end, end, MissingValue, ": null")
}

// key reads a name without quotes. ok is false when there is none.
func (r *reader) key() (ok bool) {
	start := r.pos
	for !r.eof() && isKeyByte(r.src[r.pos]) {
		r.pos++
	}
	if r.pos == start || r.src[start] == '-' {
		return false
	}
	r.defect(start, r.pos, UnquotedKey, `"`+string(r.src[start:r.pos])+`"`)
	return true
}

func isKeyByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("_@$.-", c) >= 0
}

// bare reads a value without quotes: a literal, a number, or words that are
// meant as a string.
func (r *reader) bare(word string) {
	if word == "" {
		r.fail()
		return
	}
	start := r.pos
	r.pos += len(word)
	if c := word[0]; (c == '-' || '0' <= c && c <= '9' || c == 't' || c == 'f' || c == 'n') && json.Valid([]byte(word)) {
		return
	}
	r.defect(start, r.pos, BareWord, jsonWord(word))
}

// jsonWord returns the JSON for a word without quotes.
func jsonWord(word string) string {
	switch lower := strings.ToLower(word); lower {
	case "true", "false", "null":
		return lower
	case "none", "undefined", "nan":
		return "null"
	}
	if t := strings.TrimPrefix(word, "+"); json.Valid([]byte(t)) && strings.IndexByte("0123456789", t[0]) >= 0 {
		return t
	}
	return quote(strings.Trim(word, "\"'“”"))
}

func quote(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	// A string always encodes.
	_ = enc.Encode(s)
	return strings.TrimSuffix(b.String(), "\n")
}

// placeholder returns the length of a placeholder such as {id} for a value, 0
// for none.
func placeholder(b []byte) int {
	named := false
	for i := 1; i < len(b); i++ {
		switch c := b[i]; {
		case c == '}' && named:
			return i + 1
		case !isKeyByte(c) && c != ' ' && c != '|':
			return 0
		case c != ' ':
			named = true
		}
	}
	return 0
}
