package tests

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// requestBytes writes a request as test data: request line, headers, blank
// line, body, in the forms of HTTP whatever the page's own were.
func requestBytes(r *ir.Request) []byte {
	return messageBytes(r.Method+" "+oneLine(r.URL), r.Message)
}

func responseBytes(p *pair) []byte {
	r := p.example.Response
	return messageBytes(oneLine(fmt.Sprintf("HTTP/1.1 %d %s", p.status, r.Reason)), r.Message)
}

func messageBytes(first string, m ir.Message) []byte {
	var b bytes.Buffer
	b.WriteString(first)
	b.WriteByte('\n')
	for _, h := range m.Headers {
		fmt.Fprintf(&b, "%s: %s\n", h.Name, oneLine(h.Value))
	}
	b.WriteByte('\n')
	if m.JSON != nil {
		b.Write(m.JSON)
	} else {
		b.Write(m.Body)
	}
	return b.Bytes()
}

// oneLine keeps page text from adding lines to the head of a message.
func oneLine(s string) string { return lineBreaks.Replace(s) }

var lineBreaks = strings.NewReplacer("\r", " ", "\n", " ")
