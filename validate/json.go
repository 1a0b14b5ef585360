package validate

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Kind is a kind of JSON value, or a set of them.
type Kind uint8

// The kinds of JSON value.
const (
	Null Kind = 1 << iota
	Bool
	Number
	String
	Array
	Object
)

// JSON is a JSON text, read into values with their places. Unlike Go values it
// keeps both of two members with one name.
type JSON struct {
	Text string
	Root Value
}

// Value is a value in a JSON text. Offsets are in bytes; a string's include its
// quotes.
type Value struct {
	Kind       Kind
	Start, End int
	Values     []Value // of an array's elements or an object's members
	// Name is the name of the member whose value this is, without quotes. For
	// other values all three are zero.
	Name               string
	NameStart, NameEnd int
}

var errDepth = errors.New("JSON is nested too deeply")

// maxDepth is the deepest nesting that is read. No example reaches a tenth of
// it, and without a limit a hostile text could overflow the stack.
const maxDepth = 200

// Parse reads a JSON text. The error is for text that is not JSON, or that is
// nested more than 200 levels deep.
func Parse(text string) (JSON, error) {
	var raw json.RawMessage
	if err := json.Unmarshal([]byte(text), &raw); err != nil {
		return JSON{}, err
	}
	if j, ok := ParseValid(text); ok {
		return j, nil
	}
	return JSON{}, errDepth
}

// ParseValid is Parse for a text that is known to be valid, which it does not
// check again. ok is false if the text is nested too deeply.
func ParseValid(text string) (j JSON, ok bool) {
	r := readers.Get().(*reader)
	r.src, r.pos, r.ok = text, 0, true
	j.Text, j.Root = text, r.value(0)
	ok = r.ok
	r.src, r.open = "", r.open[:0]
	readers.Put(r)
	return j, ok
}

// Raw returns the text of a value.
func (j JSON) Raw(v *Value) string { return j.Text[v.Start:v.End] }

// String returns the content of a string value.
func (j JSON) String(v *Value) string { return unquote(j.Raw(v)) }

// Member returns the first member of an object with that exact name, nil if
// there is none.
func (v *Value) Member(name string) *Value {
	for i := range v.Values {
		if m := &v.Values[i]; m.Name == name && m.isMember() {
			return m
		}
	}
	return nil
}

func (v *Value) isMember() bool { return v.NameEnd > v.NameStart }

// readers are pooled: a run of lint reads tens of thousands of texts.
var readers = sync.Pool{New: func() any { return new(reader) }}

// reader reads JSON that is known to be valid.
type reader struct {
	src  string
	pos  int
	ok   bool
	open []Value // of the unfinished lists, so that each finished one is allocated once
}

func (r *reader) value(depth int) Value {
	r.blank()
	if depth >= maxDepth || r.pos >= len(r.src) {
		r.fail()
		return Value{}
	}
	v := Value{Start: r.pos}
	switch r.src[r.pos] {
	case '{':
		v.Kind, v.Values = Object, r.list(depth, '}', true)
	case '[':
		v.Kind, v.Values = Array, r.list(depth, ']', false)
	case '"':
		v.Kind = String
		r.str()
	default:
		v.Kind = r.word()
	}
	v.End = r.pos
	return v
}

// list reads a list up to its closing bracket.
func (r *reader) list(depth int, closing byte, named bool) []Value {
	from := len(r.open)
	r.pos++
	for r.ok {
		r.blank()
		switch {
		case r.pos >= len(r.src):
			r.fail()
		case r.src[r.pos] == closing:
			r.pos++
			values := slices.Clone(r.open[from:])
			r.open = r.open[:from]
			return values
		case r.src[r.pos] == ',':
			r.pos++
		default:
			v := r.item(depth, named)
			r.open = append(r.open, v)
		}
	}
	return nil
}

func (r *reader) item(depth int, named bool) Value {
	if !named {
		return r.value(depth + 1)
	}
	start := r.pos
	r.str()
	end := r.pos
	r.blank()
	r.pos++ // the colon
	v := r.value(depth + 1)
	v.Name, v.NameStart, v.NameEnd = unquote(r.src[start:end]), start, end
	return v
}

func (r *reader) str() {
	for r.pos++; r.pos < len(r.src) && r.src[r.pos] != '"'; r.pos++ {
		if r.src[r.pos] == '\\' {
			r.pos++
		}
	}
	r.pos = min(r.pos+1, len(r.src))
}

// word reads a number, true, false or null.
func (r *reader) word() Kind {
	start := r.pos
	for r.pos < len(r.src) && !endsWord(r.src[r.pos]) {
		r.pos++
	}
	if r.pos == start {
		r.fail()
		return Null
	}
	switch r.src[start] {
	case 'n':
		return Null
	case 't', 'f':
		return Bool
	}
	return Number
}

// fail stops the reader: the text is too deep, or no valid JSON after all.
func (r *reader) fail() { r.ok, r.pos = false, len(r.src) }

func (r *reader) blank() {
	for r.pos < len(r.src) && isBlank(r.src[r.pos]) {
		r.pos++
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func endsWord(c byte) bool { return isBlank(c) || c == ',' || c == ']' || c == '}' || c == ':' }

// unquote returns the content of a JSON string.
func unquote(quoted string) string {
	if len(quoted) < 2 {
		return quoted
	}
	if strings.IndexByte(quoted, '\\') < 0 {
		return quoted[1 : len(quoted)-1]
	}
	if s, err := strconv.Unquote(quoted); err == nil {
		return s
	}
	var s string // what Go's literals do not have: \/, a surrogate pair
	if json.Unmarshal([]byte(quoted), &s) != nil {
		return quoted[1 : len(quoted)-1]
	}
	return s
}
