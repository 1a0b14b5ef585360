package message

import "strings"

// shellWord is a word of a shell command.
type shellWord struct {
	text string
	at   Span // without quotes around the whole word
	// exact is set when the text is text[at.Start:at.End] of the block: there
	// are no escapes and no quotes inside.
	exact bool
	bare  bool // no part of it is quoted
}

// shell splits a command into words, as a shell does, and as pages write them: a
// line that begins with an option continues the command also without a backslash,
// and "<" and "&" inside a word are text.
type shell struct {
	text string
	pos  int
}

// words returns the words up to the end of the command.
func (s *shell) words() []shellWord {
	var out []shellWord
	for s.blanks() {
		w := s.word()
		if w.bare && (w.text == "|" || w.text == "||" || w.text == "&&" || w.text == "&" || w.text == ";" || strings.HasPrefix(w.text, ">")) {
			s.toCommandEnd()
			return out
		}
		end := w.bare && strings.HasSuffix(w.text, ";")
		if end {
			w.text, w.at.End = w.text[:len(w.text)-1], w.at.End-1
		}
		out = append(out, w)
		if end {
			s.toCommandEnd()
			return out
		}
	}
	return out
}

// toCommandEnd skips the rest of the command, such as the programs that its output
// is piped to.
func (s *shell) toCommandEnd() {
	for s.blanks() {
		s.word()
	}
}

// blanks skips blanks, continued line ends and comments. It reports whether a word
// of the same command follows, and skips the line end otherwise.
func (s *shell) blanks() bool {
	for s.pos < len(s.text) {
		switch s.text[s.pos] {
		case ' ', '\t', '\r':
			s.pos++
		case '\n':
			s.pos++
			if !strings.HasPrefix(strings.TrimLeft(s.text[s.pos:], " \t"), "-") {
				return false
			}
		case '#':
			s.pos = s.lineEnd()
		default:
			n := s.continuation()
			if n == 0 {
				return true
			}
			s.pos += n
		}
	}
	return false
}

func (s *shell) lineEnd() int {
	if i := strings.IndexByte(s.text[s.pos:], '\n'); i >= 0 {
		return s.pos + i
	}
	return len(s.text)
}

// continuation returns the length of the mark of a continued line and of its end, 0
// when there is none.
func (s *shell) continuation() int {
	if c := s.text[s.pos]; c != '\\' && c != '^' && c != '`' {
		return 0
	}
	rest := strings.TrimLeft(s.text[s.pos+1:], " \t\r")
	if !strings.HasPrefix(rest, "\n") {
		return 0
	}
	return len(s.text) - len(rest) + 1 - s.pos
}

// word reads a word with its quotes.
func (s *shell) word() shellWord {
	w := shellWord{bare: true}
	start := s.pos
	var sb strings.Builder
	parts, escaped := 0, false
	for s.pos < len(s.text) && !isSpaceByte(s.text[s.pos]) && s.continuation() == 0 {
		switch c := s.text[s.pos]; {
		case c == '\'' || c == '"':
			var esc bool
			w.at, esc = s.quoted(&sb, c)
			w.bare = false
			escaped = escaped || esc
			parts++
		case c == '$' && strings.HasPrefix(s.text[s.pos+1:], "'"):
			s.pos++
		case c == '\\' && s.pos+1 < len(s.text):
			sb.WriteByte(s.text[s.pos+1])
			s.pos += 2
			escaped = true
			parts++
		default:
			n := plainLen(s.text[s.pos:])
			sb.WriteString(s.text[s.pos : s.pos+n])
			s.pos += n
			parts++
		}
	}
	w.text = sb.String()
	w.exact = !escaped && parts == 1
	if parts != 1 || w.bare {
		w.at = Span{start, s.pos}
	}
	return w
}

// quoted reads text in quotes and returns its span without them. escaped is set
// when the text is not the source as it is.
func (s *shell) quoted(sb *strings.Builder, quote byte) (at Span, escaped bool) {
	s.pos++
	at.Start = s.pos
	for s.pos < len(s.text) && s.text[s.pos] != quote {
		if next := s.pos + 1; quote == '"' && s.text[s.pos] == '\\' && next < len(s.text) && strings.IndexByte("\"\\$`\n", s.text[next]) >= 0 {
			escaped = true
			if s.text[next] != '\n' {
				sb.WriteByte(s.text[next])
			}
			s.pos += 2
			continue
		}
		sb.WriteByte(s.text[s.pos])
		s.pos++
	}
	at.End = s.pos
	s.pos = min(s.pos+1, len(s.text))
	return at, escaped
}

// maxPlaceholder limits a placeholder in angle brackets, in bytes.
const maxPlaceholder = 100

// plainLen returns the length of the text before the next quote, blank or escape. It
// is at least 1. A placeholder in angle brackets may have blanks.
func plainLen(s string) int {
	for i := range len(s) {
		switch s[i] {
		case '<':
			near := s[i:min(i+maxPlaceholder, len(s))]
			if n := strings.IndexAny(near, ">\n\"'"); n > 0 && near[n] == '>' {
				return i + n + 1
			}
		case ' ', '\t', '\r', '\n', '\'', '"', '\\', '^', '`':
			return max(i, 1)
		}
	}
	return len(s)
}

func isSpaceByte(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }
