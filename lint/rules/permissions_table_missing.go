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
An operation page has no permissions table.

Readers cannot tell which permissions to grant, and tools read only the table,
not sentences and lists. Add a table below the Permissions heading.
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
