package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var statusLineMalformed = &lint.Rule{
	Code:     diag.StatusLineMalformed,
	Severity: diag.Error,
	Manual: `
The first line of a response is not a status line.

"HTTP 201 Created" lacks the version of HTTP, for example. Sometimes the block
contains a request. Write a line such as ''HTTP/1.1 201 Created''.
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

<!-- { "blockType": "response" } -->
'''http
«HTTP 204 No Content»
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
