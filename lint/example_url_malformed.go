package lint

import "github.com/mdwire/mdwire/diag"

// Reported by the parser.
var exampleURLMalformed = &Rule{
	Name:     "example-url-malformed",
	Severity: diag.Error,
	Manual: `
The first line of an example's request cannot be sent as it stands.

A URL broken over several lines, a method in small letters or with a mark before
it, a missing space or URL: people who copy the example have to mend it first.
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
«get https://graph.microsoft.com/v1.0/users/1»
'''

<!-- { "blockType": "response" } -->
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
