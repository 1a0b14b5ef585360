package vocab

import "strings"

// FirstIdeograph is where the letters of the languages begin that write no
// blanks between words.
const FirstIdeograph = 0x2e80

// IsName reports whether s is a name as pages write those of types and
// properties: letters, digits, "_", "-" and dots, with a letter first.
func IsName(s string) bool {
	if s == "" || !IsLetter(s[0]) {
		return false
	}
	for i := range len(s) {
		if !IsNameByte(s[i]) && s[i] != '.' {
			return false
		}
	}
	return true
}

// IsLetter reports whether c is an ASCII letter.
func IsLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// IsNameByte reports whether c may be in a name, dots aside.
func IsNameByte(c byte) bool { return IsLetter(c) || c >= '0' && c <= '9' || c == '_' || c == '-' }

// LastPart returns a name without its namespace.
func LastPart(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// NamespaceOf returns the namespace of a name, "" for none.
func NamespaceOf(name string) string { return name[:max(0, strings.LastIndexByte(name, '.'))] }
