package server

// match is the state of the search for a request's route.
type match struct {
	method  string
	escaped bool     // segments of the path must be decoded
	visits  int      // the number of visited nodes
	args    []string // the parameters found so far
	store   [8]string
	// fits are routes that match the path but not the method, for the Allow
	// header.
	fits []target
}

// maxVisits limits the search in nodes. Ordinary requests visit a few dozen, but
// a hostile path with many colons could visit many more.
const maxVisits = 1 << 10

// find returns the target for a path, which is empty or starts with a slash, or
// nil. It tries words first, then forms, then parameters, and backtracks.
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

// findOther tries the segments that are not plain words.
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

// findCall tries a segment with parentheses: as a function, "f()" as the word "f",
// and "users('id')" as "users/id".
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

// target returns the node's target for the method, or nil. HEAD is served as GET;
// net/http omits the body.
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
