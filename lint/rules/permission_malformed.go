package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var permissionMalformed = &lint.Rule{
	Code:     diag.PermissionMalformed,
	Severity: diag.Error,
	Manual: `
A permission cell contains text that is not a permission name.

A cell contains names separated by commas, or a form of "Not supported.". Tools
that read the table miss names that are mixed with other text. Correct the name,
and move sentences out of the table.
`,
	Bad: `
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|«Ask.the admin!»|

## HTTP request

'''http
GET /users/{id}
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
