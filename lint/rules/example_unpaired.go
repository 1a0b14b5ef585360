package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var exampleUnpaired = &lint.Rule{
	Code:     diag.ExampleUnpaired,
	Severity: diag.Info,
	Manual: `
A request without a response, or a response without a request.

A request is answered by the response that follows it; further responses are
other answers to it. mdwire's tests need both. Calls to other hosts, as an app's
own callback, need no answer.
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
				p.ReportAt(p.FirstLine(e.Response.Message), "no request comes before this response")
			case e.Response == nil && e.Request != nil && !isCallback(e.Request):
				p.ReportAt(p.FirstLine(e.Request.Message), "no response follows this request")
			}
			if e.Request != nil {
				requests++
			}
		}
	},
}

// isCallback tells calls to another host, as the notifications that a service
// sends to an app; pages need not say what the app answers.
func isCallback(r *ir.Request) bool {
	host, version, _, _ := ir.SplitURL(r.URL)
	return lint.IsForeign(host, version)
}
