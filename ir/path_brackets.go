package ir

import "strings"

// parenName returns the name in a segment like (team-id).
func parenName(text string) (string, bool) {
	if len(text) < 3 || text[0] != '(' || text[len(text)-1] != ')' {
		return "", false
	}
	name := text[1 : len(text)-1]
	for i := range len(name) {
		if c := name[i]; !isLetter(c) && !isDigit(c) && c != '-' && c != '_' {
			return "", false
		}
	}
	return name, true
}

// isParamName reports whether the text after a colon is the name of a parameter:
// letters, digits, "-" and "_" after a letter.
func isParamName(name string) bool {
	if name == "" || !isLetter(name[0]) {
		return false
	}
	_, ok := parenName("(" + name + ")")
	return ok
}

// doubleBraces returns the length of the {{name}} that a text begins with, 0 for
// none.
func doubleBraces(text string) int {
	if len(text) < 5 || text[1] != '{' {
		return 0
	}
	n := strings.IndexAny(text[2:], "{}")
	if n < 1 || !strings.HasPrefix(text[2+n:], "}}") {
		return 0
	}
	return 2 + n + 2
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// closeBrace returns the offset of the } that closes the { at i, -1 when
// another { or the end comes first. Names may have slashes.
func closeBrace(text string, i int) int {
	n := strings.IndexAny(text[i+1:], "{}")
	if n < 0 || text[i+1+n] == '{' {
		return -1
	}
	return i + 1 + n
}

// closeAngle returns the offset of the > that closes the < at i, -1 when the
// segment ends first.
func closeAngle(text string, i int) int {
	n := strings.IndexAny(text[i+1:], "<>/{}")
	if n < 0 || text[i+1+n] != '>' {
		return -1
	}
	return i + 1 + n
}

// matchParens pairs the parentheses outside placeholders.
func matchParens(text string) []int {
	if !strings.ContainsAny(text, "()") {
		return nil
	}
	closes := make([]int, len(text))
	var open []int
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{':
			i = max(i, closeBrace(text, i), i+doubleBraces(text[i:])-1)
		case '<':
			i = max(i, closeAngle(text, i))
		case '(':
			open = append(open, i)
		case ')':
			if n := len(open) - 1; n >= 0 {
				closes[i], closes[open[n]] = i, i
				open = open[:n]
			}
		}
	}
	return closes
}
