package server

// OData names in paths and permission names are case-insensitive. These functions
// fold only ASCII letters: documented names are ASCII, and Unicode folding would
// also match the kelvin sign with "k".

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + ('a' - 'A')
	}
	return c
}

func fold(s string) string {
	b := []byte(s)
	for i, c := range b {
		b[i] = lower(c)
	}
	return string(b)
}

// equalFold reports whether s is equal to folded, which is in lower case, if case
// is ignored.
func equalFold(s, folded string) bool {
	if len(s) != len(folded) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c != folded[i] && lower(c) != folded[i] {
			return false
		}
	}
	return true
}

// sameFold reports whether a and b are equal if case is ignored.
func sameFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if lower(a[i]) != lower(b[i]) {
			return false
		}
	}
	return true
}
