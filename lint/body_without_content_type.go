package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

var bodyWithoutContentType = &Rule{
	Code:     diag.BodyWithoutContentType,
	Severity: diag.Info,
	Manual: `
A message with a JSON body and no Content-Type.

Who sends it as shown gets an error, or the body taken for a form.
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
	Page: func(p *Pass) {
		for _, e := range p.examples() {
			if e.Request != nil {
				p.contentType("request", e.Request.Message)
			}
			if e.Response != nil {
				p.contentType("response", e.Response.Message)
			}
		}
	},
}

func (p *Pass) contentType(what string, m ir.Message) {
	if (m.Kind == ir.JSON || m.Kind == ir.JSONInvalid) && m.Header("Content-Type") == "" {
		d := p.reportAt(m.BodyAt, "the %s has a JSON body and no Content-Type", what)
		p.addHeader(d, m, "Content-Type: application/json")
	}
}

// addHeader fixes a finding by a header behind those that a message has.
func (p *Pass) addHeader(d *diag.Diagnostic, m ir.Message, header string) {
	last, here := p.span(m.At)
	if n := len(m.Headers); n > 0 && here {
		last, here = p.span(m.Headers[n-1].At)
	}
	body, _ := p.span(m.BodyAt)
	if !here || m.At.Start == m.BodyAt.Start {
		return
	}
	end := p.line(last.Start).End
	next := end + len(p.newline())
	// Only where a blank line parts headers from the body: else it is not
	// certain what the header would belong to.
	if end < body.Start && next < len(p.Src) && strings.TrimSpace(p.Raw(p.line(next))) == "" && p.fenceStartsLine(last.Start) {
		fix(d, true, "add the header", p.edit(page.Span{Start: end, End: end}, p.newline()+header))
	}
}

// fenceStartsLine reports whether the block at an offset is not indented.
func (p *Pass) fenceStartsLine(offset int) bool {
	b := p.fenceAt(offset)
	return b != nil && p.startsLine(b.Span.Start)
}
