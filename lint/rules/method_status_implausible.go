package rules

import (
	"net/http"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var methodStatusImplausible = &lint.Rule{
	Code:     diag.MethodStatusImplausible,
	Severity: diag.Warning,
	Manual: `
The response to a GET request has the status 201 or 204.

A GET creates nothing and returns content. Correct the method or the status.
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
HTTP/1.1 «201» Created
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
'''
`,
	Page: func(p *lint.Pass) {
		for _, e := range p.Examples() {
			if e.Request == nil || e.Response == nil || e.Request.Method != http.MethodGet {
				continue
			}
			if code := e.Response.Status; code == http.StatusCreated || code == http.StatusNoContent {
				p.ReportAt(statusAt(p, e.Response), "the response to a GET has the status %d; expected 200, or another request method", code)
			}
		}
	},
}

func statusAt(p *lint.Pass, r *ir.Reply) diag.Range {
	if r.StatusAt.IsZero() {
		return p.FirstLine(r.Message)
	}
	return r.StatusAt.In(r.At)
}
