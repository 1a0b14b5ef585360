package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var exampleMethodNoTemplate = &lint.Rule{
	Code:     diag.ExampleMethodNoTemplate,
	Severity: diag.Error,
	Manual: `
An example calls a documented path with an undocumented method.

The example and the HTTP request section disagree, for example GET and POST.
Correct the one that is wrong. Requests that another page of the same version
documents are not reported.
`,
	Bad: `
-- api-reference/v1.0/api/user-update.md --
# Update user

## HTTP request

'''http
PATCH /users/{id}
'''

## Example

'''http
«PUT» https://graph.microsoft.com/v1.0/users/1
'''
`,
	Good: `
-- api-reference/v1.0/api/user-update.md --
# Update user

## HTTP request

'''http
PATCH /users/{id}
'''

## Example

'''http
PATCH https://graph.microsoft.com/v1.0/users/1
'''
`,
	Tree: func(p *lint.TreePass) {
		p.Unmatched(lint.PathOnly, func(_ *ir.Operation, r *ir.Request) {
			p.Report(r.MethodAt.In(r.At), "the page documents this path, but not with the method %s", r.Method)
		})
	},
}
