// Package message reads the text of an HTTP example: requests and responses as
// pages write them, with all their slips. Places are byte offsets in the text
// that was given, so that a page can tell where they are. It knows nothing of
// pages.
package message

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// Kind tells what a text is.
type Kind int

// The kinds of text, by their first line.
const (
	Other    Kind = iota + 1 // none of the others; nothing at all too
	Request                  // a request line
	Response                 // a status line
	JSON                     // a body alone
)

// Span is a stretch of the text from Start up to, not including, End.
type Span struct{ Start, End int }

// Message is one request or response, or a body alone.
type Message struct {
	Kind     Kind
	At       Span
	Method   string // upper case
	MethodAt Span
	URL      string // as written; a URL over several lines is joined
	URLAt    Span
	Status   int // 0 when the status line has no number
	StatusAt Span
	Reason   string // as written
	Headers  []Header
	Body     []byte // with LF line ends, without blank lines around it
	BodyAt   Span
	BodyKind ir.BodyKind
	Faults   []Fault
}

// Header is a header line.
type Header struct {
	Name, Value     string
	NameAt, ValueAt Span
}

// Header returns the value of the first header of that name in any letter
// case, "" when there is none.
func (m *Message) Header(name string) string {
	for _, h := range m.Headers {
		if strings.EqualFold(h.Name, name) {
			return h.Value
		}
	}
	return ""
}

// Fault is a place where a message is not as HTTP has it.
type Fault struct {
	Span
	Kind FaultKind
}

// FaultKind tells what is wrong with a message.
type FaultKind int

// The faults of a message.
const (
	BlankBeforeHeaders FaultKind = iota + 1 // a blank line between the start line and the headers
	NoBlankBeforeBody
	WrappedURL      // a URL over several lines
	MethodDecorated // +GET, as in a diff
	MethodCase      // get
	NoSpaceInStart  // DELETE/books
	NoURL
	StatusVersion // HTTP 200 OK, or 200 OK alone
	StatusCase    // http/1.1 200 OK
	NoStatus      // HTTP/1.1 OK
	NoReason
	HeaderMalformed
	BlankInHeader  // a blank before the colon
	SeveralInOne   // a second message in the text
	MarkdownInText // a heading or fence: the one around the text was not closed
)

var faultNames = [...]string{
	BlankBeforeHeaders: "blank line before the headers", NoBlankBeforeBody: "no blank line before the body",
	WrappedURL: "URL over several lines", MethodDecorated: "sign before the method",
	MethodCase: "method not in capitals", NoSpaceInStart: "no space after the method", NoURL: "no URL",
	StatusVersion: "no HTTP version in the status line", StatusCase: "HTTP not in capitals",
	NoStatus: "no status code", NoReason: "no reason after the status code",
	HeaderMalformed: "malformed header", BlankInHeader: "blank before the colon of a header",
	SeveralInOne: "several messages in one block", MarkdownInText: "Markdown within the block",
}

// String returns the fault in a few words, for messages.
func (k FaultKind) String() string {
	if k < 1 || int(k) >= len(faultNames) {
		return ""
	}
	return faultNames[k]
}

// KindOf tells what a text is by its first line that is not blank.
func KindOf(text string) Kind {
	r := reader{text: text}
	r.skipBlank()
	l := r.line()
	if _, ok := readStatusLine(l); ok {
		return Response
	}
	if _, ok := readRequestLine(l, true); ok {
		return Request
	}
	if looksLikeJSON(strings.TrimSpace(text)) {
		return JSON
	}
	return Other
}

// Parse reads a text: its messages in order, or the one body that it is. It
// reads anything and takes time linear in the text.
func Parse(text string) []Message {
	r := reader{text: text}
	var ms []Message
	for {
		if len(ms) > 0 && !r.toStart() {
			return ms
		}
		ms = append(ms, r.message(len(ms) == 0))
		if r.pos >= len(text) {
			return ms
		}
	}
}
