package rules

import (
	"net/http"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var bodyOnGet = &lint.Rule{
	Code:     diag.BodyOnGET,
	Severity: diag.Warning,
	Manual: `
An example of a GET or DELETE request has a body.

HTTP defines no meaning for such a body, and many clients cannot send one. In
most cases the method is wrong, or the response is in the block of the request.
Correct the method, or move or remove the body.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Example

'''http
GET https://graph.microsoft.com/v1.0/users/1
Content-type: application/json

«{
  "id": "1"
}»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Example

'''http
GET https://graph.microsoft.com/v1.0/users/1
'''
`,
	Page: func(p *lint.Pass) {
		for _, e := range p.Examples() {
			r := e.Request
			if r == nil || r.Method != http.MethodGet && r.Method != http.MethodDelete || !lint.HasBody(r.Message) {
				continue
			}
			p.ReportAt(r.BodyAt, "a %s request should not have a body", r.Method)
		}
	},
}
