package lint

import (
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Node is a value of a JSON text with its place, in bytes. Decoding into Go
// values would lose the places, and the second of two members of one name.
type Node struct {
	Kind       byte // '{', '[', '"', '0' for numbers, 't' for true and false, 'n' for null
	Start, End int
	Kids       []Node // of arrays and objects
	Key        string // the member's name, where the node is one
	KeyStart   int
	KeyEnd     int
}

// maxJSONDepth is where reading ends. No example nests a tenth of it, and a
// page that does would take the stack.
const maxJSONDepth = 200

// parseTree reads strict JSON; ok is false for a text that nests too deep.
func parseTree(src string) (n Node, ok bool) {
	r := treeReaders.Get().(*treeReader)
	r.src, r.pos, r.ok = src, 0, true
	n, ok = r.value(0), r.ok
	r.src, r.kids = "", r.kids[:0]
	treeReaders.Put(r)
	return n, ok
}

// treeReaders are kept for their memory: a run reads tens of thousands of texts.
var treeReaders = sync.Pool{New: func() any { return new(treeReader) }}

// treeReader reads JSON that is known to be valid.
type treeReader struct {
	src  string
	pos  int
	ok   bool
	kids []Node // of the lists that are open, so that each gets its own in one piece
}

func (r *treeReader) value(depth int) Node {
	r.blank()
	if depth > maxJSONDepth || r.pos >= len(r.src) {
		r.ok, r.pos = false, len(r.src)
		return Node{}
	}
	n := Node{Start: r.pos, Kind: r.src[r.pos]}
	switch n.Kind {
	case '{':
		n.Kids = r.list(depth, '}', true)
	case '[':
		n.Kids = r.list(depth, ']', false)
	case '"':
		r.str()
	default:
		n.Kind = r.word()
	}
	n.End = r.pos
	return n
}

// list reads what stands between two brackets.
func (r *treeReader) list(depth int, closing byte, named bool) []Node {
	from := len(r.kids)
	r.pos++
	for r.ok {
		r.blank()
		switch {
		case r.pos >= len(r.src):
			r.ok = false
		case r.src[r.pos] == closing:
			r.pos++
			kids := slices.Clone(r.kids[from:])
			r.kids = r.kids[:from]
			return kids
		case r.src[r.pos] == ',':
			r.pos++
		default:
			n := r.item(depth, named)
			r.kids = append(r.kids, n)
		}
	}
	return nil
}

func (r *treeReader) item(depth int, named bool) Node {
	if !named {
		return r.value(depth + 1)
	}
	start := r.pos
	r.str()
	end := r.pos
	r.blank()
	r.pos++ // the colon
	n := r.value(depth + 1)
	n.Key, n.KeyStart, n.KeyEnd = unquoteJSON(r.src[start:min(end, len(r.src))]), start, end
	return n
}

func (r *treeReader) str() {
	for r.pos++; r.pos < len(r.src) && r.src[r.pos] != '"'; r.pos++ {
		if r.src[r.pos] == '\\' {
			r.pos++
		}
	}
	r.pos = min(r.pos+1, len(r.src))
}

func (r *treeReader) word() byte {
	start := r.pos
	for r.pos < len(r.src) && !isJSONEnd(r.src[r.pos]) {
		r.pos++
	}
	if r.pos == start { // no valid JSON after all
		r.ok, r.pos = false, len(r.src)
		return 'n'
	}
	switch c := r.src[start]; c {
	case 'n', 't':
		return c
	case 'f':
		return 't'
	}
	return '0'
}

func (r *treeReader) blank() {
	for r.pos < len(r.src) && isJSONBlank(r.src[r.pos]) {
		r.pos++
	}
}

func isJSONBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isJSONEnd(c byte) bool { return isJSONBlank(c) || c == ',' || c == ']' || c == '}' || c == ':' }

// unquoteJSON returns the text of a JSON string, its source where Go reads it
// otherwise (\/).
func unquoteJSON(quoted string) string {
	if len(quoted) < 2 {
		return quoted
	}
	if strings.IndexByte(quoted, '\\') >= 0 {
		if s, err := strconv.Unquote(quoted); err == nil {
			return s
		}
	}
	return quoted[1 : len(quoted)-1]
}

// Member returns the member of a name, nil when there is none.
func (n *Node) Member(name string) *Node {
	for i := range n.Kids {
		if n.Kids[i].Key == name {
			return &n.Kids[i]
		}
	}
	return nil
}
