package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var permissionsTableMissing = &lint.Rule{
	Code:     diag.PermissionsTableMissing,
	Severity: diag.Error,
	Manual: `
A page of a call without a table of permissions.

Without the table nobody can tell what to grant. Sentences and lists under
Permissions are not read: tools need the table.
`,
	Bad: `
# Get user

«## Permissions»

Ask your administrator.

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
