package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser, except for duplicate names.
var jsonInvalid = &lint.Rule{
	Code:     diag.JSONInvalid,
	Severity: diag.Error,
	Manual: `
The JSON of an example does not parse.

Readers copy examples, and a trailing comma or a comment makes the copy fail.
mdwire repairs common faults; the message says what it repaired. Correct the
JSON. A duplicate name in an object is reported too, because parsers do not
agree on which of the two values counts.
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

{
  "id": "1"«,»
}
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
HTTP/1.1 200 OK
Content-type: application/json

{
  "id": "1"
}
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
