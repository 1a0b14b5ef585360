package server

// OData compares the names in a path without regard to case. Only ASCII is
// folded: the documented names are ASCII, and in Unicode a K may be a kelvin sign.

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

// equalFold compares s with a text that is in lower case.
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
