package permission

import (
	"strings"
	"unicode/utf8"

	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// tokenKind is the kind of a token of a cell.
type tokenKind int

const (
	nameToken   tokenKind = iota + 1
	commaToken            // a comma, a semicolon
	lineToken             // a line break
	andToken              // needed together with the next
	orToken               // or the next
	withToken             // joins two lists: one of the first with one of the second
	oneOfToken            // one of the names up to the end of the list
	allOfToken            // all names of the list
	groupToken            // an expression in parentheses
	neededToken           // a remark that all names of the list are needed
	labelToken            // the label of a list: "For users:"
	caseToken             // a remark behind a name: "(for users)"
	otherToken            // any other word
)

// token is a part of a cell.
type token struct {
	kind   tokenKind
	text   string  // of a name, a label or another word
	inside []token // of a group
	// attached is set for a group that continues the name before: "A (and B)".
	attached bool
}

// maxNesting limits parentheses within parentheses.
const maxNesting = 4

// scanner splits the text of a cell into tokens.
type scanner struct {
	names  []string // all names in cell order
	joined string   // a name that the cell has with a space for a dot
}

// separators separate permission names in a cell.
const separators = ",，、;；\n"

// scan returns the tokens of a text.
func (s *scanner) scan(text string, depth int) []token {
	var out []token
	for text != "" {
		end := strings.IndexAny(text, separators+"(")
		if end < 0 {
			return s.part(out, text)
		}
		out = s.part(out, text[:end])
		switch {
		case text[end] == '(':
			inside, rest, closed := cutParentheses(text[end+1:])
			out = s.parentheses(out, inside, depth)
			if !closed {
				return append(out, token{kind: otherToken, text: page.Clip(text[end:])})
			}
			text = rest
			continue
		case text[end] == '\n':
			out = append(out, token{kind: lineToken})
		default:
			out = append(out, token{kind: commaToken})
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		text = text[end+size:]
	}
	return out
}

// cutParentheses returns the text up to the closing parenthesis and the rest.
func cutParentheses(text string) (inside, rest string, closed bool) {
	depth := 1
	for i := range len(text) {
		switch text[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return text[:i], text[i+1:], true
			}
		}
	}
	return text, "", false
}

// parentheses adds the tokens of a text in parentheses: an expression, one that
// continues the name before ("A (requires B)"), or a remark.
func (s *scanner) parentheses(out []token, text string, depth int) []token {
	remark := vocab.FoldBlanks(text)
	switch {
	case vocab.AllNeeded.In(remark):
		return append(out, token{kind: neededToken})
	case vocab.Remarks[remark] || strings.Trim(remark, marks) == "":
		return out
	case depth >= maxNesting:
		return append(out, token{kind: otherToken, text: page.Clip(text)})
	}
	before := len(s.names)
	inside := s.scan(text, depth+1)
	if len(s.names) == before {
		if len(out) > 0 && isCase(remark) {
			return append(out, token{kind: caseToken, text: strings.TrimSpace(text)})
		}
		return append(out, token{kind: otherToken, text: "(" + text + ")"})
	}
	switch first := inside[0].kind; first {
	case andToken, orToken:
		return append(out, inside[0], token{kind: groupToken, inside: inside[1:], attached: true})
	case withToken:
		return append(out, token{kind: andToken}, token{kind: groupToken, inside: inside[1:], attached: true})
	}
	return append(out, token{kind: groupToken, inside: inside})
}

// part adds the tokens of a text without separators and parentheses, nearly
// always one name.
func (s *scanner) part(out []token, text string) []token {
	text = strings.TrimSpace(text)
	if text == "" {
		return out
	}
	if name := scopeName(text); name != "" && !vocab.UnspacedJoins.In(name) {
		return s.name(out, name)
	}
	text = joinDots(vocab.Space(text))
	if label, rest, ok := strings.Cut(text, ":"); ok && !strings.Contains(label, ".") && !strings.HasPrefix(rest, "//") {
		out = s.label(out, label)
		text = strings.TrimSpace(rest)
		if text != "" && isUnsupported(text) {
			return out
		}
	}
	if name := blankForDot(text); name != "" {
		s.joined = name
		return s.name(out, name)
	}
	return s.words(out, strings.Fields(text))
}

func (s *scanner) name(out []token, name string) []token {
	s.names = append(s.names, name)
	return append(out, token{kind: nameToken, text: name})
}

// label adds the token of a text before a colon: "For users", "All of", "And".
func (s *scanner) label(out []token, label string) []token {
	words := strings.Fields(strings.ToLower(label))
	if kind, n := phrase(words); n > 0 && n == len(words) {
		if kind == andToken {
			kind = withToken
		}
		return append(out, token{kind: kind})
	}
	kind := labelToken
	if excludes(words) {
		kind = otherToken
	}
	return append(out, token{kind: kind, text: strings.Join(strings.Fields(label), " ")})
}

// isCase reports whether a remark in lower case behind a name says which resource
// the permission is for.
func isCase(remark string) bool {
	return vocab.CaseStarts.Begins(remark) && !excludes(strings.Fields(remark))
}

// excludes reports whether words state a condition or an exception, which routes
// do not show.
func excludes(words []string) bool {
	for i := range words {
		if vocab.Exceptions.Prefix(words[i:]) > 0 {
			return true
		}
	}
	return vocab.Conditions.Prefix(words) > 0
}

// marks cling to words and have no meaning: emphasis, footnotes, full stops.
const marks = "*^.`_¹²³⁴0123456789 "

// words adds the tokens of words: names, and the words that join them.
func (s *scanner) words(out []token, words []string) []token {
	lower := make([]string, len(words))
	lastName := -1
	for i, w := range words {
		lower[i] = strings.ToLower(strings.Trim(w, "*_`^"))
		if scopeName(w) != "" {
			lastName = i
		}
	}
	for i := 0; i < len(words); {
		if kind, n := phrase(lower[i:]); n > 0 {
			out = append(out, token{kind: kind})
			i += n
			continue
		}
		switch name := scopeName(words[i]); {
		case name != "":
			out = s.name(out, name)
		case vocab.PermissionNouns[strings.Trim(lower[i], marks)] || strings.Trim(lower[i], marks) == "":
		case i > lastName && len(out) > 0 && out[len(out)-1].kind == nameToken && isCase(strings.Join(lower[i:], " ")):
			return append(out, token{kind: caseToken, text: strings.Join(words[i:], " ")})
		default:
			out = append(out, token{kind: otherToken, text: words[i]})
		}
		i++
	}
	return out
}

// phrases are the words that join permissions, longer ones first where one
// begins with the other.
var phrases = []struct {
	kind  tokenKind
	words vocab.Phrases
}{
	{oneOfToken, vocab.OneOf}, {allOfToken, vocab.AllOf}, {withToken, vocab.With}, {andToken, vocab.And}, {orToken, vocab.Or},
}

// phrase returns the kind of the phrase at the beginning of words and its
// number of words, 0 for none.
func phrase(words []string) (kind tokenKind, n int) {
	for _, p := range phrases {
		if length := p.words.Prefix(words); length > n {
			kind, n = p.kind, length
		}
	}
	return kind, n
}
