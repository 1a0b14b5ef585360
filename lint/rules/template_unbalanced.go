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
A path template with a brace or parenthesis that is never closed.

Where the placeholder ends is a guess then. White space outside of braces is
reported here too: no path has any.
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
