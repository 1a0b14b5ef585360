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
A ''204 No Content'' response with a body or a Content-Type.

No server can send it: HTTP has no room for a body behind a 204. Either the
status is another one or the body is left over.
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
				p.ReportAt(m.BodyAt, "a 204 response has no body, but one is shown")
			} else if h := header(m, "Content-Type"); h != nil {
				p.ReportAt(h.At, "a 204 response has no body, but a Content-Type is shown")
			}
		}
	},
}

// header returns the first header of that name, nil for none.
func header(m ir.Message, name string) *ir.Header {
	for i := range m.Headers {
		if http.CanonicalHeaderKey(m.Headers[i].Name) == name {
			return &m.Headers[i]
		}
	}
	return nil
}
