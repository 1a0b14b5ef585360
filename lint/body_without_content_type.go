package lint

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

var bodyWithoutContentType = &Rule{
	Name:     "body-without-content-type",
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
		p.reportAt(m.BodyAt, "the %s has a JSON body and no Content-Type", what)
	}
}
