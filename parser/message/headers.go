package message

import (
	"slices"
	"strings"
)

// headers reads the headers. It returns true when a body may follow.
func (r *reader) headers() bool {
	for !r.eof() {
		l := r.line()
		switch {
		case l.isBlank():
			if !r.blankBeforeHeaders() {
				return true
			}
		case startsMessage(l):
			return false
		case isFence(l):
			return true
		case r.markdown(l):
			return false
		case r.header(l):
			r.pos = l.next
		case r.malformed(l):
			r.fault(l.all(), HeaderMalformed)
			r.pos = l.next
		default:
			r.fault(l.span(0, 0), NoBlankBeforeBody)
			return true
		}
	}
	return false
}

// knownHeaders identify a header after a blank line by its name, because bodies
// may begin with a word and a colon too.
var knownHeaders = []string{
	"accept", "accept-language", "authorization", "cache-control", "client-request-id", "consistencylevel", "content-disposition",
	"content-encoding", "content-language", "content-length", "content-range", "content-type", "date", "etag", "host", "if-match",
	"if-none-match", "location", "ocp-apim-subscription-key", "operation-location", "prefer", "preference-applied", "range",
	"request-id", "retry-after", "scenario", "server", "transfer-encoding", "user-agent", "workbook-session-id",
}

// blankBeforeHeaders skips blank lines before the first header. It returns
// false and skips nothing when they end the headers.
func (r *reader) blankBeforeHeaders() bool {
	if len(r.m.Headers) > 0 {
		return false
	}
	start := r.pos
	r.skipBlank()
	if !r.eof() {
		if h, ok := readHeader(r.line()); ok && slices.Contains(knownHeaders, strings.ToLower(h.Name)) {
			r.fault(Span{start, r.pos}, BlankBeforeHeaders)
			return true
		}
	}
	r.pos = start
	return false
}

func (r *reader) header(l textLine) bool {
	h, ok := readHeader(l)
	if !ok {
		return false
	}
	if end := h.NameAt.End; r.text[end] != ':' {
		r.fault(Span{h.NameAt.Start, h.ValueAt.Start}, BlankInHeader)
	}
	r.m.Headers = append(r.m.Headers, h)
	return true
}

// malformed reports whether a line that is not a header is among headers: a
// header follows, or the blank line before the body.
func (r *reader) malformed(l textLine) bool {
	if strings.IndexByte("{[\"<-}]", strings.TrimLeft(l.text, " \t")[0]) >= 0 || l.next >= len(r.text) {
		return false
	}
	next := r.lineAt(l.next)
	if next.isBlank() {
		return strings.TrimSpace(r.text[next.start:]) != ""
	}
	_, ok := readHeader(next)
	return ok
}

// readHeader reads a header line.
func readHeader(l textLine) (h Header, ok bool) {
	colon := strings.IndexByte(l.text, ':')
	if colon < 0 || strings.HasPrefix(l.text[colon:], "://") {
		return h, false
	}
	start := len(l.text) - len(strings.TrimLeft(l.text, " \t"))
	if start >= colon {
		return h, false
	}
	h.Name = strings.TrimRight(l.text[start:colon], " \t")
	h.NameAt = l.span(start, start+len(h.Name))
	for i := range len(h.Name) {
		if !isWordByte(h.Name[i]) && h.Name[i] != '.' {
			return h, false
		}
	}
	value := l.text[colon+1:]
	h.Value = strings.Trim(value, " \t")
	start = colon + 1
	if h.Value != "" {
		start = len(l.text) - len(strings.TrimLeft(value, " \t"))
	}
	h.ValueAt = l.span(start, start+len(h.Value))
	return h, h.Name != ""
}
