package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var annotationInvalidJSON = &lint.Rule{
	Code:     diag.AnnotationInvalidJSON,
	Severity: diag.Warning,
	Manual: `
The JSON of an annotation comment does not parse.

The most frequent mistakes are trailing commas and line breaks inside strings.
mdwire reads such comments anyway. Other tools treat them as ordinary comments
and do not check the example below. Correct the JSON.
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
  "name": "get_user"«,»
} -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
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
