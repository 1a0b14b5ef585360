package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var bodyWithoutContentType = &lint.Rule{
	Code:     diag.BodyWithoutContentType,
	Severity: diag.Info,
	Manual: `
A message has a JSON body but no Content-Type header.

A server rejects the request as shown, or reads the body as form data. Add
''Content-Type: application/json''.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''

## Example

<!-- {
  "blockType": "request",
  "name": "get_user"
} -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

<!-- { "blockType": "response" } -->
'''http
HTTP/1.1 200 OK

«{
  "id": "1"
}»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''

## Example

<!-- {
  "blockType": "request",
  "name": "get_user"
} -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

<!-- { "blockType": "response" } -->
'''http
HTTP/1.1 200 OK
Content-Type: application/json

{
  "id": "1"
}
'''
`,
	Page: func(p *lint.Pass) {
		for _, e := range p.Examples() {
			if e.Request != nil {
				contentType(p, "request", e.Request.Message)
			}
			if e.Response != nil {
				contentType(p, "response", e.Response.Message)
			}
		}
	},
}

func contentType(p *lint.Pass, what string, m ir.Message) {
	if (m.Kind == ir.JSON || m.Kind == ir.JSONInvalid) && m.Header("Content-Type") == "" {
		d := p.ReportAt(m.BodyAt, "the %s has a JSON body but no Content-Type header", what)
		addHeader(p, d, m, "Content-Type: application/json")
	}
}

// addHeader adds a fix that inserts a header after the headers of a message.
func addHeader(p *lint.Pass, d *diag.Diagnostic, m ir.Message, header string) {
	last, here := p.SpanOf(m.At)
	if n := len(m.Headers); n > 0 && here {
		last, here = p.SpanOf(m.Headers[n-1].At)
	}
	body, _ := p.SpanOf(m.BodyAt)
	if !here || m.At.Start == m.BodyAt.Start {
		return
	}
	end := p.RestOfLine(last.Start).End
	next := end + len(p.LineEnd())
	// The blank line shows where the headers end. Without it the new header
	// could become part of the body.
	if end < body.Start && next < len(p.Src) && strings.TrimSpace(p.Raw(p.RestOfLine(next))) == "" && fenceStartsLine(p, last.Start) {
		d.AddFix(true, "add the Content-Type header", p.Edit(page.Span{Start: end, End: end}, p.LineEnd()+header))
	}
}

// fenceStartsLine reports whether the block at an offset is not indented.
func fenceStartsLine(p *lint.Pass, offset int) bool {
	b := p.FenceAt(offset)
	return b != nil && p.StartsLine(b.Span.Start)
}
