package permission

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mdwire/mdwire/parser/vocab"
)

// joinDots removes the spaces that translation tools put into names: "Group.
// Read. All". Between two names that both have a dot, the period means a
// comma.
func joinDots(s string) string {
	if !strings.Contains(s, ". ") {
		return s
	}
	var sb strings.Builder
	word := 0 // offset in sb of the last word
	for i := 0; i < len(s); i++ {
		sb.WriteByte(s[i])
		if s[i] == ' ' {
			word = sb.Len()
		}
		if s[i] != '.' || i == 0 || !vocab.IsLetter(s[i-1]) {
			continue
		}
		rest := strings.TrimLeft(s[i+1:], " ")
		if rest == "" || rest[0] < 'A' || rest[0] > 'Z' || hasDot(sb.String()[word:]) && hasDot(rest) {
			continue
		}
		i = len(s) - len(rest) - 1
	}
	return sb.String()
}

// hasDot reports whether the first word of a text has a dot inside.
func hasDot(s string) bool {
	w, _, _ := strings.Cut(s, " ")
	return strings.Contains(strings.Trim(w, "."), ".")
}

// plainScopes are permission names without a dot.
var plainScopes = vocab.Set{"openid": true, "profile": true, "email": true, "offline_access": true}

// actions begin the second part of a permission's name.
var actions = vocab.List{"Read", "Write", "Access", "Send", "Create", "Manage", "Delete", "Invite", "Export", "Submit"}

// blankForDot returns a name that is written with a space for its first dot:
// "Directory AccessAsUser.All". It returns "" for other texts.
func blankForDot(part string) string {
	first, second, ok := strings.Cut(part, " ")
	second = strings.TrimSpace(second)
	if !ok || !vocab.IsName(first) || strings.Contains(first, ".") || first[0] < 'A' || first[0] > 'Z' || !actions.Begins(second) {
		return ""
	}
	if name := scopeName(second); name == "" || strings.Count(name, ".") != 1 {
		return ""
	}
	return scopeName(first + "." + second)
}

// scopeName returns the permission name in a word, without footnote marks and
// periods around it; "" when it is not a name. A name has a dot between
// letters: "User.Read.All".
func scopeName(w string) string {
	const clinging = "`*_. \u00a0()[]'\"«»“”‘’"
	w = strings.Trim(w, clinging)
	if i := strings.IndexAny(w, "^*"); i > 0 {
		if strings.Trim(w[i:], marks) != "" {
			return "" // "A.Read^and B.Read"
		}
		w = strings.TrimRight(w[:i], clinging)
	}
	service := strings.HasPrefix(w, "https://") || strings.HasPrefix(w, "api://")
	dot := strings.IndexByte(w, '.')
	if dot <= 0 || dot == len(w)-1 {
		if plainScopes[w] {
			return w
		}
		return ""
	}
	for _, c := range w {
		switch {
		case c < utf8.RuneSelf && (vocab.IsNameByte(byte(c)) || c == '.'):
		case c >= utf8.RuneSelf && unicode.IsLetter(c):
		case (c == ':' || c == '/') && service: // a name of another service
		default:
			return ""
		}
	}
	return w
}
