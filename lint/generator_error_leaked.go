package lint

import "github.com/mdwire/mdwire/diag"

// Reported by the parser.
var generatorErrorLeaked = &Rule{
	Name:     "generator-error-leaked",
	Severity: diag.Error,
	Manual: `
The failure text of a tool that wrote the page, in place of a path.

"** Entity URI for … not found" means that the page's generator did not find the
call. The page documents nothing.
`,
	Bad: `
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
«GET ** Entity URI for microsoft.graph.user not found»
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
