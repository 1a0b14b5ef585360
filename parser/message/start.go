package message

import (
	"slices"
	"strconv"
	"strings"
)

// requestLine is a parsed request line.
type requestLine struct {
	method, url     string
	methodAt, urlAt Span
	faults          []FaultKind
}

var methods = []string{"GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS"}

// readRequestLine reads a request line. On the first line of a text, anything
// may follow the method. Later lines must have a URL, because bodies may begin
// a line with such a word too.
func readRequestLine(l textLine, first bool) (s requestLine, ok bool) {
	at := len(l.text) - len(strings.TrimLeft(l.text, " \t"))
	if rest := l.text[at:]; rest != "" && (rest[0] == '+' || rest[0] == '-') {
		s.faults = append(s.faults, MethodDecorated)
		at += 1 + len(rest[1:]) - len(strings.TrimLeft(rest[1:], " "))
	}
	end := at
	for end < len(l.text) && l.text[end]|0x20 >= 'a' && l.text[end]|0x20 <= 'z' {
		end++
	}
	s.method, s.methodAt = l.text[at:end], l.span(at, end)
	if !slices.Contains(methods, strings.ToUpper(s.method)) {
		return s, false
	}
	if s.method != strings.ToUpper(s.method) {
		s.faults = append(s.faults, MethodCase)
		first = false
	}
	rest := l.text[end:]
	if rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		if rest[0] != '/' {
			return s, false
		}
		s.faults = append(s.faults, NoSpaceInStart)
	}
	s.setURL(l, end)
	return s, first || isURL(s.url)
}

func (s *requestLine) setURL(l textLine, from int) {
	end := len(strings.TrimRight(l.text, " \t"))
	end = max(end, from)
	url := l.text[from:end]
	if i := strings.LastIndexByte(url, ' '); i >= 0 && hasPrefixFold(url[i+1:], "http/") && len(url)-i < len(" HTTP/1.10") {
		url = strings.TrimRight(url[:i], " \t")
	}
	start := from + len(url) - len(strings.TrimLeft(url, " \t"))
	s.url = l.text[start : from+len(url)]
	s.urlAt = l.span(start, from+len(url))
	if s.url == "" {
		s.faults = append(s.faults, NoURL)
	}
}

// isURL reports whether a text is more likely a URL than prose.
func isURL(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return hasPrefixFold(s, "http://") || hasPrefixFold(s, "https://") || strings.Contains(word, "/")
}

// statusLine is a parsed status line.
type statusLine struct {
	status   int
	statusAt Span
	reasonAt Span
	reason   string
	faults   []FaultKind
}

// readStatusLine reads a status line: "HTTP/1.1 200 OK", without the version,
// "HTTP code: 200", or only the number and its reason.
func readStatusLine(l textLine) (s statusLine, ok bool) {
	at := len(l.text) - len(strings.TrimLeft(l.text, " \t"))
	rest := l.text[at:]
	named := false
	if hasPrefixFold(rest, "http") {
		if named = true; !strings.HasPrefix(rest, "HTTP") {
			s.faults = append(s.faults, StatusCase)
		}
		rest = rest[len("http"):]
		n := versionLen(rest)
		if n == 0 {
			s.faults = append(s.faults, StatusVersion)
		}
		rest = trimWords(rest[n:], "status", "code")
	} else {
		s.faults = append(s.faults, StatusVersion)
	}
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	versioned := named && !slices.Contains(s.faults, StatusVersion)
	switch {
	case digits == 3 && (len(rest) == 3 || !isWordByte(rest[3])):
		s.status, _ = strconv.Atoi(rest[:3])
		s.statusAt = l.span(len(l.text)-len(rest), len(l.text)-len(rest)+3)
		rest = rest[3:]
	case versioned:
		s.faults = append(s.faults, NoStatus)
		s.statusAt = l.all()
	default:
		return s, false
	}
	s.reason = strings.TrimSpace(rest)
	reasonAt := len(l.text) - len(strings.TrimLeft(rest, " \t"))
	s.reasonAt = l.span(reasonAt, max(reasonAt, reasonAt+len(s.reason)))
	if s.reason == "" {
		s.faults = append(s.faults, NoReason)
	}
	return s, named || isBareStatus(s)
}

// isBareStatus reports whether a number followed by words is a status.
func isBareStatus(s statusLine) bool {
	return s.status >= 100 && s.status < 600 && s.reason != "" && isWordByte(s.reason[0]) &&
		!strings.ContainsAny(s.reason, ",;:\"{")
}

// versionLen returns the length of "/1.1".
func versionLen(s string) int {
	if !strings.HasPrefix(s, "/") {
		return 0
	}
	n := 1
	for n < len(s) && (s[n] == '.' || '0' <= s[n] && s[n] <= '9') {
		n++
	}
	if n == 1 {
		return 0
	}
	return n
}

// trimWords removes spaces, a colon and the given words from the start.
func trimWords(s string, words ...string) string {
	s = strings.TrimLeft(s, " \t:")
	for _, w := range words {
		if hasPrefixFold(s, w) {
			s = strings.TrimLeft(s[len(w):], " \t:")
		}
	}
	return s
}

func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// startsMessage reports whether a line after the first starts a new message.
func startsMessage(l textLine) bool {
	if s, ok := readRequestLine(l, false); ok {
		return !slices.Contains(s.faults, NoSpaceInStart)
	}
	s, ok := readStatusLine(l)
	return ok && s.status > 0 && !slices.Contains(s.faults, StatusVersion)
}
