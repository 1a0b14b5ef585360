package permission

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mdwire/mdwire/parser/vocab"
)

// separators separate permission names in a cell.
const separators = ",，、;；\n"

// cellScopes are the permissions in a cell.
type cellScopes struct {
	groups [][]string // alternatives in cell order
	names  []string   // the names in cell order, when groups repeat them
	joined string     // a name that the cell has with a space for a dot
	left   string     // words that are not names and not known
	label  string     // words before a colon that describe a list
}

// readScopes reads a cell of permission names. Commas separate alternatives;
// the names of a group "A and B" are needed together.
func readScopes(cell string) cellScopes {
	var c cellScopes
	if strings.Contains(cell, " plus either ") {
		return readCross(cell)
	}
	cell = withoutNotes(cell)
	for len(cell) > 0 {
		var part string
		part, cell = cutAny(cell, separators)
		c.part(part)
	}
	return c
}

// withoutNotes removes remarks in parentheses without permission names:
// "Call.Read.All (for meetings)".
func withoutNotes(cell string) string {
	var sb strings.Builder
	for {
		open := strings.IndexByte(cell, '(')
		note, rest, closed := strings.Cut(cell[open+1:], ")")
		if open < 0 || !closed {
			break
		}
		sb.WriteString(cell[:open] + " ")
		if len(readScopes(note).groups) > 0 {
			sb.WriteString(note + " ")
		}
		cell = rest
	}
	if sb.Len() == 0 {
		return cell
	}
	return sb.String() + cell
}

func cutAny(s, seps string) (part, rest string) {
	i := strings.IndexAny(s, seps)
	if i < 0 {
		return s, ""
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[:i], s[i+n:]
}

// part reads the text between two separators, nearly always one name.
func (c *cellScopes) part(part string) {
	part = strings.TrimSpace(part)
	if part == "" {
		return
	}
	if name := scopeName(part); name != "" && !vocab.UnspacedJoins.In(name) {
		c.groups = append(c.groups, []string{name})
		return
	}
	part = joinDots(vocab.Space(part))
	if label, rest, ok := strings.Cut(part, ":"); ok && !strings.Contains(label, ".") && !strings.HasPrefix(rest, "//") {
		c.label = label
		if part = strings.TrimSpace(rest); isUnsupported(part) {
			return
		}
	}
	c.words(part)
}

// words reads names joined by words: "A and B", "A or B", "For users: A".
func (c *cellScopes) words(part string) {
	join := false
	if name := blankForDot(part); name != "" {
		c.groups, c.joined = append(c.groups, []string{name}), name
		return
	}
	for w := range strings.FieldsSeq(part) {
		l := strings.ToLower(w)
		name := scopeName(w)
		switch {
		case vocab.And[l]:
			join = true
		case vocab.Or[l]:
			join = false
		case name != "" && join && len(c.groups) > 0:
			n := len(c.groups) - 1
			c.groups[n] = append(c.groups[n], name)
			join = false
		case name != "":
			c.groups = append(c.groups, []string{name})
			join = false
		case strings.Trim(w, "*^.()`¹²³0123456789") == "":
			join = false
		default:
			if c.left == "" {
				c.left = part
			}
		}
	}
}

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
		w = strings.TrimRight(w[:i], clinging)
	}
	dot := strings.IndexByte(w, '.')
	if dot <= 0 || dot == len(w)-1 {
		if plainScopes[w] {
			return w
		}
		return ""
	}
	for i, c := range w {
		switch {
		case c < utf8.RuneSelf && (vocab.IsNameByte(byte(c)) || c == '.'):
		case c >= utf8.RuneSelf && unicode.IsLetter(c):
		case (c == ':' || c == '/') && i > 0: // names of other services begin with https://
		default:
			return ""
		}
	}
	return w
}

// readCross reads "One from A, B plus either C or D": one of the first names
// together with one of the second. Each pair is a group, so that names occur
// several times. The field names has each once, in cell order.
func readCross(cell string) cellScopes {
	left, right, _ := strings.Cut(cell, " plus either ")
	a := readScopes(strings.TrimPrefix(strings.TrimSpace(left), "One from "))
	b := readScopes(right)
	c := cellScopes{left: a.left + b.left, names: slices.Concat(slices.Concat(a.groups...), slices.Concat(b.groups...))}
	for _, x := range a.groups {
		for _, y := range b.groups {
			c.groups = append(c.groups, append(append([]string{}, x...), y...))
		}
	}
	return c
}
