package server

import (
	"cmp"
	"slices"
)

// node is a node of the trie. It is shared by all templates whose first segments
// match the same texts.
type node struct {
	words   words
	forms   []*branch // functions and mixed segments, sorted by descending fixed
	param   *node
	span    *node
	rest    *node
	targets []target
}

// branch is an edge of the trie for a function or a mixed segment.
type branch struct {
	segment
	key   string
	fixed int // the number of bytes outside parameters
	next  *node
}

// target is a route that ends at a node.
type target struct {
	method string
	route  *route
	order  []int // see template
}

// add adds a route. If an earlier route has the same method and matches the same
// paths, add changes nothing and returns that route.
func (n *node) add(rt *route) (twin *route) {
	info := rt.op.Routes[rt.index]
	t := parseTemplate(info.Template)
	for _, s := range t.segments {
		n = n.step(s)
	}
	for _, other := range n.targets {
		if other.method == info.Method {
			return other.route
		}
	}
	n.targets = append(n.targets, target{info.Method, rt, t.order})
	return nil
}

// step returns the node after a segment. It creates the node if necessary.
func (n *node) step(s segment) *node {
	switch s.kind {
	case word:
		return n.words.step(s.text)
	case param:
		return made(&n.param)
	case span:
		return made(&n.span)
	case rest:
		return made(&n.rest)
	}
	key := s.key()
	for _, b := range n.forms {
		if b.key == key {
			return b.next
		}
	}
	b := &branch{segment: s, key: key, fixed: s.fixed(), next: new(node)}
	i, _ := slices.BinarySearchFunc(n.forms, b, func(known, b *branch) int {
		return cmp.Or(b.fixed-known.fixed, -1) // after branches of the same size
	})
	n.forms = slices.Insert(n.forms, i, b)
	return b.next
}

func made(n **node) *node {
	if *n == nil {
		*n = new(node)
	}
	return *n
}

// fixed returns the number of bytes of the segment outside parameters.
func (s segment) fixed() int {
	n := len(s.key()) - len("{}")*s.form.params()
	for _, a := range s.args {
		n -= len("{}") * a.form.params()
	}
	return n
}

// words has the nodes after words. Most nodes have only a few, and comparing them
// one by one is faster than a map.
type words struct {
	few     []wordNode
	many    map[string]*node
	longest int
}

type wordNode struct {
	text string
	next *node
}

const manyWords = 8

func (w *words) step(text string) *node {
	if n := w.find(text); n != nil {
		return n
	}
	n := new(node)
	w.longest = max(w.longest, len(text))
	if w.many == nil && len(w.few) < manyWords {
		w.few = append(w.few, wordNode{text, n})
		return n
	}
	if w.many == nil {
		w.many = make(map[string]*node)
		for _, known := range w.few {
			w.many[known.text] = known.next
		}
		w.few = nil
	}
	w.many[text] = n
	return n
}

func (w *words) find(text string) *node {
	if len(text) > w.longest {
		return nil
	}
	for i := range w.few {
		if equalFold(text, w.few[i].text) {
			return w.few[i].next
		}
	}
	if w.many == nil {
		return nil
	}
	var buffer [64]byte // avoids an allocation
	folded := append(buffer[:0], text...)
	for i, c := range folded {
		folded[i] = lower(c)
	}
	return w.many[string(folded)]
}
