package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var permissionContextUnknown = &lint.Rule{
	Code:     diag.PermissionContextUnknown,
	Severity: diag.Info,
	Manual: `
It is not certain for which routes a list of permissions is.

A page may have a table for the signed-in user and one for other users, or one for
each kind of resource. mdwire looks for the routes of a table in ''requestUrls'' of
the comment above it, in a code block above it, and in its heading, the paragraph
above it and the labels of its rows: "acting on self" means ''/me'', "for a group"
means paths with ''/groups''. If no route has what the text names, a route demands
the permissions of every such table, so that a token for one purpose is not accepted
for another. List the routes of each table in ''requestUrls''.
`,
	Bad: `
# Get shelf

## Permissions

### Daytime

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
«|Application|Shelf.Read.All|»

### Night

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
«|Application|Shelf.ReadWrite.All|»

## HTTP request

'''http
GET /shelves/{id}
'''
`,
	Good: `
# Get shelf

## Permissions

### Permissions acting on self

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|Shelf.Read.All|

### Permissions acting on others

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|Shelf.ReadWrite.All|

## HTTP request

'''http
GET /me/shelves/{id}
GET /users/{id}/shelves/{id}
'''
`,
}
