// Package message reads the text of an HTTP example: requests and responses as
// pages write them, with all their mistakes. Positions are byte offsets in the
// text. The package does not depend on pages.
package message

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// Kind is the kind of a text.
type Kind int

// The kinds of text, by their first line.
const (
	Other    Kind = iota + 1 // anything else, also the empty text
	Request                  // a request line
	Response                 // a status line
	JSON                     // a body without a start line
)

// Span is a stretch of the text from Start up to, not including, End.
type Span struct{ Start, End int }

// Message is one request or response, or a body without a start line.
type Message struct {
	Kind     Kind
	At       Span
	Method   string // upper case
	MethodAt Span
	URL      string // as written; a URL over several lines is joined
	URLAt    Span
	Status   int // 0 when the status line has no number
	StatusAt Span
	ReasonAt Span
	Reason   string // as written
	Headers  []Header
	Body     []byte // with LF line ends, without blank lines around it
	BodyAt   Span
	BodyKind ir.BodyKind
	Faults   []Fault
	// Command is set for a curl command. It may have its parts in other words than
	// the message: with escapes, variables or several data.
	Command bool
}

// Header is a header line.
type Header struct {
	Name, Value     string
	NameAt, ValueAt Span
}

// Header returns the value of the first header with the name in any letter
// case, "" when there is none.
func (m *Message) Header(name string) string {
	for _, h := range m.Headers {
		if strings.EqualFold(h.Name, name) {
			return h.Value
		}
	}
	return ""
}

// Fault is a place where a message is not valid HTTP.
type Fault struct {
	Span
	Kind FaultKind
}

// FaultKind is the kind of a fault.
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
	StatusVersion // HTTP 200 OK, or 200 OK
	StatusCase    // http/1.1 200 OK
	NoStatus      // HTTP/1.1 OK
	NoReason
	HeaderMalformed
	BlankInHeader  // a blank before the colon
	SeveralInOne   // a second message in the text
	MarkdownInText // a heading or fence: the fence around the text is not closed
	CurlOption     // an option of curl that is not known
	BodyInFile     // a JSON body that is in a file
	FormNotShown   // the parts of a form as options of curl
)

var faultNames = [...]string{
	BlankBeforeHeaders: "remove the blank line before the headers",
	NoBlankBeforeBody:  "add a blank line before the body",
	WrappedURL:         "write the URL on one line",
	MethodDecorated:    "remove the sign before the method",
	MethodCase:         "write the method in capitals",
	NoSpaceInStart:     "add a space after the method",
	NoURL:              "add the URL to the request line",
	StatusVersion:      `add the HTTP version to the status line, as in "HTTP/1.1 200 OK"`,
	StatusCase:         "write HTTP in capitals",
	NoStatus:           `add the status code to the status line, as in "HTTP/1.1 200 OK"`,
	NoReason:           `add the reason to the status line, as in "HTTP/1.1 200 OK"`,
	HeaderMalformed:    `write the header as "Name: value"`,
	BlankInHeader:      "remove the space before the colon",
	SeveralInOne:       "put each message in its own block",
	MarkdownInText:     "remove the Markdown",
	CurlOption:         "this option of curl is not read; write the request as HTTP",
	BodyInFile:         "show the body in place of the name of its file",
	FormNotShown:       "the body of a form is not read from options; write the request as HTTP",
}

// String returns a few words for a finding.
func (k FaultKind) String() string {
	if k < 1 || int(k) >= len(faultNames) {
		return ""
	}
	return faultNames[k]
}

// KindOf returns the kind of a text, by its first line that is not blank.
func KindOf(text string) Kind {
	r := reader{text: text}
	r.skipBlank()
	l := r.line()
	if _, ok := readStatusLine(l); ok {
		return Response
	}
	if _, ok := readRequestLine(l, true); ok || IsCommand(text) {
		return Request
	}
	if looksLikeJSON(strings.TrimSpace(text)) {
		return JSON
	}
	return Other
}

// IsCommand reports whether a text begins with a curl command.
func IsCommand(text string) bool { return commandAt(text) >= 0 }

// Parse reads the messages of a text in order, or its one body. The text may be a
// session of a shell: curl commands with what they print. Parse accepts any text
// and takes linear time.
func Parse(text string) []Message {
	r := reader{text: text, session: IsCommand(text)}
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
