package server

// match is one request's way through the trie.
type match struct {
	method  string
	escaped bool     // the path has yet to be decoded, segment by segment
	visits  int      // nodes so far
	args    []string // the parameters found so far
	store   [8]string
	// fits are routes that take the path, not the method; for the Allow header.
	fits []target
}

// maxVisits bounds the work for a path with a colon at every turn. A request
// that means something visits some dozens.
const maxVisits = 1 << 10

// find gives the target for a path, which is empty or begins with a slash. It
// prefers words to forms and those to parameters, and turns back where that
// leads nowhere.
func (n *node) find(m *match, path string) *target {
	if path == "" {
		return n.target(m)
	}
	if m.visits++; m.visits > maxVisits {
		return nil
	}
	raw, path := cutSegment(path)
	text, ok := m.decode(raw)
	if !ok {
		return nil
	}
	if next := n.words.find(text); next != nil {
		if t := next.find(m, path); t != nil {
			return t
		}
	}
	return n.findOther(m, raw, text, path)
}

// findOther tries what is more than a word.
func (n *node) findOther(m *match, raw, text, path string) *target {
	mark := len(m.args)
	if name, inner, ok := cutCall(text); ok {
		if t := n.findCall(m, name, inner, path); t != nil {
			return t
		}
	}
	for _, b := range n.forms {
		if b.kind == mixed && b.form.match(m, text) {
			if t := b.next.find(m, path); t != nil {
				return t
			}
		}
		m.args = m.args[:mark]
	}
	if n.param != nil && !isDots(text) && m.take(text, false) {
		if t := n.param.find(m, path); t != nil {
			return t
		}
		m.args = m.args[:mark]
	}
	return n.findPath(m, raw, path)
}

// findCall tries a function, "f()" as "f", and "users('id')" as "users/id".
func (n *node) findCall(m *match, name, inner, path string) *target {
	mark := len(m.args)
	for _, b := range n.forms {
		if b.kind == function && equalFold(name, b.text) && b.matchArguments(m, inner) {
			if t := b.next.find(m, path); t != nil {
				return t
			}
		}
		m.args = m.args[:mark]
	}
	next := n.words.find(name)
	switch {
	case next == nil:
		return nil
	case inner == "":
		return next.find(m, path)
	case next.param == nil || !m.takeKey(inner):
		return nil
	}
	t := next.param.find(m, path)
	if t == nil {
		m.args = m.args[:mark]
	}
	return t
}

// target gives the node's target for the method; HEAD is a GET whose body
// net/http leaves out.
func (n *node) target(m *match) *target {
	for i := range n.targets {
		t := &n.targets[i]
		if t.method == m.method || t.method == "GET" && m.method == "HEAD" {
			return t
		}
	}
	m.fits = append(m.fits, n.targets...)
	return nil
}
