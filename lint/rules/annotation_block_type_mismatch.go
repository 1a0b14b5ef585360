package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var annotationBlockTypeMismatch = &lint.Rule{
	Code:     diag.AnnotationBlockTypeMismatch,
	Severity: diag.Error,
	Manual: `
A block is annotated as a request but contains a response, or the reverse.

Tools that rely on the annotation pair the wrong request and response. mdwire
looks at the content of the block instead. Set ''blockType'' to match the
content.
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

<!-- {
  "blockType": "request",
  "name": "get_user"
} -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

«<!-- { "blockType": "request", "name": "x" } -->»
'''http
HTTP/1.1 204 No Content
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
