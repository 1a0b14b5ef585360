package rules

import (
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/samples"
	"github.com/mdwire/mdwire/parser/page"
)

var contentLengthWrong = &lint.Rule{
	Code:     diag.ContentLengthWrong,
	Severity: diag.Info,
	Manual: `
A Content-Length header does not match the length of the body.

Clients and servers that receive the example wait for bytes that never come, or
stop too early. Write the length of the body in bytes, or remove the header if
the body is shortened.
`,
	Bad: samples.GetUser + `
<!-- { "blockType": "response", "@odata.type": "microsoft.graph.user" } -->
'''http
HTTP/1.1 200 OK
Content-type: application/json
Content-length: «42»

{ "id": "1" }
'''
`,
	Good: samples.GetUser + `
<!-- { "blockType": "response", "@odata.type": "microsoft.graph.user" } -->
'''http
HTTP/1.1 200 OK
Content-type: application/json
Content-length: 13

{ "id": "1" }
'''
`,
	Page: func(p *lint.Pass) {
		for _, ex := range p.Examples() {
			if ex.Request != nil {
				contentLength(p, &ex.Request.Message)
			}
			if r := ex.Response; r != nil && !r.Truncated && r.Status != 204 {
				contentLength(p, &r.Message)
			}
		}
	},
}

func contentLength(p *lint.Pass, m *ir.Message) {
	if m.Kind != ir.JSON && m.Kind != ir.NoBody { // other bodies may be shortened
		return
	}
	for _, h := range m.Headers {
		stated, err := strconv.Atoi(h.Value)
		s, here := p.SpanOf(h.At)
		if !strings.EqualFold(h.Name, "content-length") || err != nil || !here {
			continue
		}
		real := len(m.Body)
		if lines := strings.Count(string(m.Body), "\n"); stated == real || stated == real+lines || stated == real+lines+2 || stated == real+1 {
			continue // LF or CRLF, with or without the last line end
		}
		at := page.Span{Start: s.End - len(h.Value), End: s.End}
		d := p.Report(at, "the Content-Length is %d, but the body has %d bytes", stated, real)
		d.AddFix(true, "correct the length", p.Edit(at, strconv.Itoa(real)))
	}
}
