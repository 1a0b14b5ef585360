package plan

// scope is a set of taken identifiers.
type scope struct {
	taken      map[string]bool
	isReserved func(name string) bool // nil if only taken names are
}

// newPackageScope returns the scope of a client package, which reserves the names of
// places.
func newPackageScope(reserved []string) *scope {
	s := newScope(reserved)
	s.isReserved = isPlaceName
	return s
}

func newScope(reserved ...[]string) *scope {
	s := &scope{taken: map[string]bool{}}
	for _, list := range reserved {
		s.add(list...)
	}
	return s
}

func (s *scope) add(names ...string) {
	for _, name := range names {
		s.taken[name] = true
	}
}

func (s *scope) has(name string) bool {
	return s.taken[name] || s.isReserved != nil && s.isReserved(name)
}

// declare takes the first candidate that is free, and reports whether it is the
// first of all. If none is free, it appends "X" to the last one until it is.
func (s *scope) declare(candidates ...string) (name string, first bool) {
	for i, c := range candidates {
		if !s.has(c) {
			s.add(c)
			return c, i == 0
		}
	}
	name = candidates[len(candidates)-1]
	for s.has(name) {
		name += "X"
	}
	s.add(name)
	return name, false
}

// fieldScope is the scope of a struct's fields, with the JSON names that are taken.
type fieldScope struct {
	*scope
	json map[string]bool
}

// memberNames are the methods and the field that a struct may have in addition to
// the fields of its properties.
var memberNames = []string{"MarshalJSON", "UnmarshalJSON", UndeclaredField}

func newFieldScope() fieldScope { return fieldScope{newScope(memberNames), map[string]bool{}} }
