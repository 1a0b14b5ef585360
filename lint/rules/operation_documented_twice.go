package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var operationDocumentedTwice = &lint.Rule{
	Code:     diag.OperationDocumentedTwice,
	Severity: diag.Info,
	Manual: `
Several pages of a version document the same operation.

Pages of derived types share operations with their base type. In other cases one
of the pages is outdated: remove or correct it. mdwire generates a method for
each page and one handler for the route.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
-- api-reference/v1.0/api/user-read.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
«GET /users/{user-id}»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
-- api-reference/beta/api/user-get.md --
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
	Tree: func(p *lint.TreePass) {
		first := map[string]*ir.Operation{}
		for op, r := range p.Spec.Routes() {
			key := op.Version + " " + r.Method + " " + r.Path.Shape() + "?" + r.Query
			switch earlier := first[key]; {
			case earlier == nil:
				first[key] = op
			case earlier.File != op.File:
				p.Report(r.At, "the page %q also documents this operation", earlier.File)
			}
		}
	},
}
