package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser, but for names that stand twice.
var jsonInvalid = &lint.Rule{
	Code:     diag.JSONInvalid,
	Severity: diag.Error,
	Manual: `
JSON in an example that does not parse.

Readers copy examples, and a trailing comma or a comment makes the copy fail.
mdwire reads leniently what it can; what it had to mend stands in the message.
A name that stands twice in one object is reported too: readers keep one of the
two, and not all the same one.
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
