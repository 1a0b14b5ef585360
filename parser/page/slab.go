package page

// slab hands out values that are kept by pointer or in runs, from memory that
// the next page uses again.
type slab[T any] struct{ free, all []T }

// slabSize is how many values are made at a time: what a page of usual size
// needs.
const slabSize = 64

func (s *slab[T]) reset() {
	clear(s.all[:len(s.all)-len(s.free)])
	s.free = s.all
}

// take returns n values, zeroed, with no room behind them.
func (s *slab[T]) take(n int) []T {
	if len(s.free) < n {
		s.all = make([]T, max(slabSize, n, min(2*len(s.all), 1<<12)))
		s.free = s.all
	}
	out := s.free[:n:n]
	s.free = s.free[n:]
	return out
}

func (s *slab[T]) next() *T { return &s.take(1)[0] }

// reuse empties a slice and keeps its memory, without what it holds.
func reuse[T any](s []T) []T {
	clear(s)
	return s[:0]
}
