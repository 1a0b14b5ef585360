package plan

// names holds the identifiers of a scope that are given away.
type names struct {
	taken map[string]bool
}

func newNames(reserved ...[]string) *names {
	n := &names{taken: map[string]bool{}}
	for _, list := range reserved {
		for _, name := range list {
			n.taken[name] = true
		}
	}
	return n
}

// claim gives the first of the candidates that is free, and reports whether it
// was the first. The last candidate gets more and more marks until it is free.
func (n *names) claim(candidates ...string) (string, bool) {
	for i, c := range candidates {
		if !n.taken[c] {
			n.taken[c] = true
			return c, i == 0
		}
	}
	last := candidates[len(candidates)-1]
	for n.taken[last] {
		last += "X"
	}
	n.taken[last] = true
	return last, false
}
