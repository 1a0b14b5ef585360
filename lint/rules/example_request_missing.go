package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var exampleRequestMissing = &lint.Rule{
	Code:     diag.ExampleRequestMissing,
	Severity: diag.Warning,
	Manual: `
An operation page has no example request.

Many readers look at the example first, and mdwire generates tests from
examples. Without one the generated operation is untested. Add an example with a
request and its response.
`,
	Bad: `
«# Get user»

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
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
}
