package message

import (
	"bytes"
	"strings"
)

// reader reads the text line by line.
type reader struct {
	text string
	pos  int // always at the start of a line, or the end
	m    *Message

	session bool // the text is a session of a shell
}

// textLine is a line without its end.
type textLine struct {
	text  string
	start int
	next  int // start of the next line
}

// span returns the position of the bytes from i to j of the line.
func (l textLine) span(i, j int) Span { return Span{l.start + i, l.start + j} }

func (l textLine) all() Span { return l.span(0, len(l.text)) }

func (l textLine) isBlank() bool { return strings.TrimSpace(l.text) == "" }

// line returns the current line.
func (r *reader) line() textLine { return r.lineAt(r.pos) }

func (r *reader) lineAt(pos int) textLine {
	rest := r.text[pos:]
	next := len(r.text)
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest, next = rest[:i], pos+i+1
	}
	return textLine{strings.TrimSuffix(rest, "\r"), pos, next}
}

func (r *reader) eof() bool { return r.pos >= len(r.text) }

func (r *reader) skipBlank() {
	for !r.eof() && r.line().isBlank() {
		r.pos = r.line().next
	}
}

func (r *reader) fault(at Span, kind FaultKind) {
	r.m.Faults = append(r.m.Faults, Fault{at, kind})
}

// toStart skips to the next line that starts a message.
func (r *reader) toStart() bool {
	for ; !r.eof(); r.pos = r.line().next {
		if r.starts(r.line()) || r.session && looksLikeJSON(strings.TrimSpace(r.line().text)) {
			return true
		}
	}
	return false
}

// starts reports whether a line after the first starts a message, in a session also
// a command.
func (r *reader) starts(l textLine) bool {
	return startsMessage(l) || r.session && isCurl(l.text[promptLen(l.text):])
}

// message reads one message, up to the start of the next one or of Markdown.
func (r *reader) message(first bool) Message {
	r.m = &Message{}
	r.skipBlank()
	start := r.pos
	l := r.line()
	if s, ok := readStatusLine(l); ok {
		r.status(l, s)
	} else if s, ok := readRequestLine(l, first); ok {
		r.request(l, s)
	} else if at := r.command(first); at >= 0 {
		start = at
		r.curl(at)
	} else {
		r.m.Kind = KindOf(r.text[start:])
	}
	if !first && !r.session {
		r.fault(l.all(), SeveralInOne)
	}
	if !r.m.Command {
		if r.m.Kind == JSON || r.m.Kind == Other || r.headers() {
			r.body()
		}
		r.m.BodyKind = bodyKind(r.m.Header("Content-Type"), r.text[r.m.BodyAt.Start:r.m.BodyAt.End], r.m.Body)
	}
	r.m.At = Span{start, max(start, len(strings.TrimRight(r.text[:r.pos], " \t\r\n")))}
	return *r.m
}

// command returns the offset of the command in or after the current line, -1 for
// none.
func (r *reader) command(first bool) int {
	if !r.session {
		return -1
	}
	if at := commandAt(r.text[r.pos:]); at >= 0 && (first || at < len(r.line().text)) {
		return r.pos + at
	}
	return -1
}

func (r *reader) status(l textLine, s statusLine) {
	r.m.Kind = Response
	r.m.Status, r.m.Reason, r.m.StatusAt, r.m.ReasonAt = s.status, s.reason, s.statusAt, s.reasonAt
	for _, k := range s.faults {
		r.fault(l.all(), k)
	}
	r.pos = l.next
}

func (r *reader) request(l textLine, s requestLine) {
	r.m.Kind = Request
	r.m.Method, r.m.MethodAt = strings.ToUpper(s.method), s.methodAt
	r.m.URL, r.m.URLAt = s.url, s.urlAt
	for _, k := range s.faults {
		r.fault(l.all(), k)
	}
	r.pos = l.next
	r.wrapped()
}

// wrapped joins the lines of a URL: lines that only a later part of a URL can
// begin, and all lines while a parenthesis is open.
func (r *reader) wrapped() {
	open := depth(r.m.URL)
	url := []byte(r.m.URL)
	for !r.eof() {
		l := r.line()
		t := strings.TrimSpace(l.text)
		if t == "" || open <= 0 && !continuesURL(l.text, t) || startsMessage(l) {
			break
		}
		url = append(url, t...)
		open += depth(t)
		r.m.URLAt.End = l.start + len(strings.TrimRight(l.text, " \t"))
		r.pos = l.next
	}
	if len(url) > len(r.m.URL) {
		r.m.URL = string(url)
		r.fault(r.m.URLAt, WrappedURL)
	}
}

func continuesURL(line, trimmed string) bool {
	switch trimmed[0] {
	case '?', '&':
		return true
	case '/', '$':
		return len(trimmed) > 1 && line[0] != trimmed[0]
	}
	return false
}

// depth returns the number of unclosed parentheses and brackets.
func depth(s string) int {
	return strings.Count(s, "(") + strings.Count(s, "[") - strings.Count(s, ")") - strings.Count(s, "]")
}

// body reads up to the start of the next message or of Markdown.
func (r *reader) body() {
	nested := nestsMessages(r.m.Header("Content-Type"))
	start, end := r.pos, len(r.text)
	blank := true // the previous line is blank
	for !r.eof() {
		l := r.line()
		if r.opensBody(l, start) {
			r.pos, start = l.next, l.next
			continue
		}
		if r.markdown(l) || !nested && r.starts(l) && (blank || closed(r.text[start:l.start])) {
			end = l.start
			break
		}
		blank = l.isBlank()
		r.pos = l.next
	}
	r.setBody(start, end)
}

// opensBody reports whether a line is a fence around the body inside the block:
// only blank lines come before it, and no message follows.
func (r *reader) opensBody(l textLine, start int) bool {
	if !isFence(l) || strings.TrimSpace(r.text[start:l.start]) != "" {
		return false
	}
	next := l.next
	for next < len(r.text) && r.lineAt(next).isBlank() {
		next = r.lineAt(next).next
	}
	if next >= len(r.text) || isFence(r.lineAt(next)) || startsMessage(r.lineAt(next)) {
		return false
	}
	r.fault(l.all(), MarkdownInText)
	return true
}

func isFence(l textLine) bool { return strings.HasPrefix(strings.TrimLeft(l.text, " "), "```") }

// nestsMessages reports whether a body may contain messages.
func nestsMessages(contentType string) bool {
	major, _, _ := strings.Cut(strings.ToLower(contentType), "/")
	return major == "multipart" || major == "message" || major == "text"
}

// closed reports whether a body ends like JSON.
func closed(body string) bool {
	body = strings.TrimRight(body, " \t\r\n")
	return body == "" || body[len(body)-1] == '}' || body[len(body)-1] == ']'
}

// markdown reports whether a line is a heading or a fence, which means that the
// fence around the text was not closed.
func (r *reader) markdown(l textLine) bool {
	t := strings.TrimLeft(l.text, " ")
	level := len(t) - len(strings.TrimLeft(t, "#"))
	if !isFence(l) && (level < 2 || level > 6 || len(t) == level || t[level] != ' ') {
		return false
	}
	r.fault(l.all(), MarkdownInText)
	return true
}

func (r *reader) setBody(start, end int) {
	for start < end {
		l := r.lineAt(start)
		if !l.isBlank() {
			break
		}
		start = min(l.next, end)
	}
	text := strings.TrimRight(r.text[start:end], " \t\r\n")
	if text == "" {
		return
	}
	r.m.BodyAt = Span{start, start + len(text)}
	r.m.Body = []byte(text)
	if strings.Contains(text, "\r\n") {
		r.m.Body = bytes.ReplaceAll(r.m.Body, []byte("\r\n"), []byte("\n"))
	}
}
