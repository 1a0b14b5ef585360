package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var httpHeaderMalformed = &lint.Rule{
	Code:     diag.HTTPHeaderMalformed,
	Severity: diag.Error,
	Manual: `
The headers of an example cannot be read.

In most cases the blank line before the body is missing, so the first line of
the body is read as a header. Add the blank line, or correct the header.
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
HTTP/1.1 200 OK
Content-type: application/json
«»{ "id": "1" }
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
