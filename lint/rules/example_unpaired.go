package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var exampleUnpaired = &lint.Rule{
	Code:     diag.ExampleUnpaired,
	Severity: diag.Info,
	Manual: `
A request has no response, or a response has no request.

A response belongs to the request before it; further responses are alternatives.
mdwire needs both to generate a test. Add the missing block. Requests to other
hosts, for example to the callback URL of an app, need no response.
`,
	Bad: `
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

<!-- { "blockType": "request", "name": "get_user" } -->
'''http
«GET https://graph.microsoft.com/v1.0/users/1»
'''
`,
	Good: `
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
HTTP/1.1 204 No Content
'''
`,
	Page: func(p *lint.Pass) {
		requests := 0
		for _, e := range p.Examples() {
			switch {
			case e.Request == nil && e.Response != nil && requests == 0:
				p.ReportAt(p.FirstLine(e.Response.Message), "the response has no request before it")
			case e.Response == nil && e.Request != nil && !e.Request.IsForeign(): // pages need not document the app's answer
				p.ReportAt(p.FirstLine(e.Request.Message), "the request has no response after it")
			}
			if e.Request != nil {
				requests++
			}
		}
	},
}
