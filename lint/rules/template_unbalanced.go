package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var templateUnbalanced = &lint.Rule{
	Code:     diag.TemplateUnbalanced,
	Severity: diag.Error,
	Manual: `
A path template has an unclosed brace or parenthesis, or white space.

Tools have to guess where the placeholder ends. Close it. A path cannot contain
white space outside braces.
`,
	Bad: `
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/«{»id/manager
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
