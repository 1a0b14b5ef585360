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
A token in a permission cell that is no permission name.

A cell holds names parted by commas, or a form of "Not supported.". A blank or a
sentence within a cell hides names from everyone who reads the table by machine.
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
