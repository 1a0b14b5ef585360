package rules

import (
	"net/http"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var bodyOn204 = &lint.Rule{
	Code:     diag.BodyOn204,
	Severity: diag.Error,
	Manual: `
A ''204 No Content'' response has a body or a Content-Type header.

HTTP does not allow a body in a 204 response, so no server can send it. Correct
the status, or remove the body and the header.
`,
	Bad: `
-- api-reference/v1.0/api/user-update.md --
# Update user

## HTTP request

'''http
PATCH /users/{id}
'''

## Example

'''http
PATCH https://graph.microsoft.com/v1.0/users/1
'''

'''http
HTTP/1.1 204 No Content
Content-type: application/json

«{
  "id": "1"
}»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-update.md --
# Update user

## HTTP request

'''http
PATCH /users/{id}
'''

## Example

'''http
PATCH https://graph.microsoft.com/v1.0/users/1
'''

'''http
HTTP/1.1 204 No Content
'''
`,
	Page: func(p *lint.Pass) {
		for _, e := range p.Examples() {
			if e.Response == nil || e.Response.Status != http.StatusNoContent {
				continue
			}
			if m := e.Response.Message; lint.HasBody(m) {
				p.ReportAt(m.BodyAt, "a 204 response cannot have a body; remove the body or correct the status")
			} else if h := header(m, "Content-Type"); h != nil {
				p.ReportAt(h.At, "a 204 response cannot have a Content-Type; remove the header or correct the status")
			}
		}
	},
}

// header returns the first header with the canonical name, nil if there is none.
func header(m ir.Message, name string) *ir.Header {
	for i := range m.Headers {
		if http.CanonicalHeaderKey(m.Headers[i].Name) == name {
			return &m.Headers[i]
		}
	}
	return nil
}
