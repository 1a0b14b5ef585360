package tests

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// requestBytes writes a request as test data: request line, headers, blank
// line, body, in the forms of HTTP whatever the page's own were.
func requestBytes(p *pair) []byte {
	r := p.example.Request
	return messageBytes(r.Method+" "+oneLine(r.URL), r.Message, p.sent)
}

func responseBytes(p *pair) []byte {
	r := p.example.Response
	return messageBytes(oneLine(fmt.Sprintf("HTTP/1.1 %d %s", p.status, r.Reason)), r.Message, p.answer)
}

// messageBytes writes the first of filled, the message's JSON and its body that
// there is.
func messageBytes(first string, m ir.Message, filled []byte) []byte {
	var b bytes.Buffer
	b.WriteString(first)
	b.WriteByte('\n')
	for _, h := range m.Headers {
		fmt.Fprintf(&b, "%s: %s\n", h.Name, oneLine(h.Value))
	}
	b.WriteByte('\n')
	for _, body := range [][]byte{filled, m.JSON, m.Body} {
		if body != nil {
			b.Write(body)
			break
		}
	}
	return b.Bytes()
}

// oneLine keeps page text from adding lines to the head of a message.
func oneLine(s string) string { return lineBreaks.Replace(s) }

var lineBreaks = strings.NewReplacer("\r", " ", "\n", " ")
