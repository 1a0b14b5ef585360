package page

// slab allocates values in blocks. The next page reuses the memory.
type slab[T any] struct{ free, all []T }

// slabSize is the number of values in the first block, enough for a page of
// usual size.
const slabSize = 64

func (s *slab[T]) reset() {
	clear(s.all[:len(s.all)-len(s.free)])
	s.free = s.all
}

// take returns n zero values without spare capacity.
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

// reuse empties a slice and keeps its memory. It clears the elements.
func reuse[T any](s []T) []T {
	clear(s)
	return s[:0]
}
