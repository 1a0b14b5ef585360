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
		switch c := s.text[s.pos]; {
		case c == ' ' || c == '\t' || c == '\r':
			s.pos++
		case c == '\\' || c == '^' || c == '`':
			n := lineEndLen(s.text[s.pos+1:])
			if n == 0 {
				return true
			}
			s.pos += 1 + n
		case c == '\n':
			s.pos++
			if !strings.HasPrefix(strings.TrimLeft(s.text[s.pos:], " \t"), "-") {
				return false
			}
		case c == '#':
			s.pos = s.lineEnd()
		default:
			return true
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

// lineEndLen returns the length of blanks and a line end at the start of a text, 0
// if there is no line end.
func lineEndLen(s string) int {
	n := len(s) - len(strings.TrimLeft(s, " \t\r"))
	if n < len(s) && s[n] == '\n' {
		return n + 1
	}
	return 0
}

// word reads a word with its quotes.
func (s *shell) word() shellWord {
	start := s.pos
	var sb strings.Builder
	parts, quoted, escaped := 0, 0, false
	w := shellWord{}
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == '\'' || c == '"':
			var esc bool
			w.at, esc = s.quoted(&sb, c)
			escaped = escaped || esc
			quoted++
			parts++
			continue
		case c == '$' && s.pos+1 < len(s.text) && s.text[s.pos+1] == '\'':
			s.pos++
			continue
		case isSpaceByte(c), (c == '\\' || c == '^' || c == '`') && lineEndLen(s.text[s.pos+1:]) > 0:
			return s.finish(w, sb.String(), start, parts, quoted, escaped)
		case c == '\\' && s.pos+1 < len(s.text):
			escaped = true
			s.pos++
			sb.WriteByte(s.text[s.pos])
			s.pos++
			parts = 2
		default:
			n := plainLen(s.text[s.pos:])
			sb.WriteString(s.text[s.pos : s.pos+n])
			s.pos += n
			parts++
		}
	}
	return s.finish(w, sb.String(), start, parts, quoted, escaped)
}

func (s *shell) finish(w shellWord, text string, start, parts, quoted int, escaped bool) shellWord {
	w.text, w.bare = text, quoted == 0
	w.exact = !escaped && parts == 1
	if parts != 1 || quoted == 0 {
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
