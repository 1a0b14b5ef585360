package lint

import "github.com/mdwire/mdwire/diag"

// Reported by the parser.
var sectionMissing = &Rule{
	Name:     "section-missing",
	Severity: diag.Error,
	Manual: `
A page of a call that lacks one of the sections which every such page has.

Readers look for Permissions (Prerequisites), HTTP request, Response and an
example. Without an HTTP request section mdwire has no route to generate.
`,
	Bad: `
---
doc_type: apiPageType
---

«# Get user»

Reads a user.
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

## Response

Returns ''204 No Content''.

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
