package exampletest

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// requestBytes returns a request in HTTP format: request line, headers, blank line
// and body. The page may show it in another format.
func requestBytes(p *pair) []byte {
	r := p.example.Request
	return messageBytes(r.Method+" "+oneLine(r.URL), r.Message, nil)
}

// responseBytes returns a response in HTTP format.
func responseBytes(p *pair) []byte {
	r := p.example.Response
	return messageBytes(oneLine(fmt.Sprintf("HTTP/1.1 %d %s", p.status, r.Reason)), r.Message, p.answer)
}

// messageBytes returns a message that begins with startLine. The body is filled,
// or if that is nil the message's JSON, or else its raw body.
func messageBytes(startLine string, m ir.Message, filled []byte) []byte {
	var b bytes.Buffer
	b.WriteString(startLine)
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

// oneLine replaces line breaks, so that page text cannot add lines to the head of a
// message.
func oneLine(s string) string { return lineBreaks.Replace(s) }

var lineBreaks = strings.NewReplacer("\r", " ", "\n", " ")
