package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var templateUnparseable = &lint.Rule{
	Code:     diag.TemplateUnparseable,
	Severity: diag.Error,
	Manual: `
A line of the HTTP request section is not a method, a space and a path.

mdwire generates a route from each line. If it cannot read a line, the client
lacks the operation. Write the line as ''GET /users/{id}''.
`,
	Bad: `
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
«DELETE/users/{id}»
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
`,
}
