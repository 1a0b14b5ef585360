package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var exampleURLNoTemplate = &lint.Rule{
	Code:     diag.ExampleURLNoTemplate,
	Severity: diag.Error,
	Manual: `
An example that calls what no template documents.

The path of the example's URL fits no line of the HTTP request section: a
segment is missing or misspelled in one of the two. Keys, function arguments and
paths within the path are compared as what they are, ''/me'' may stand for
''/users/{id}'', and ''$count'', ''$value'', ''$ref'' or a cast may follow. Calls
of other hosts, and calls that another page of the same version documents, are
no finding.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}/manager
'''

## Example

'''http
GET «https://graph.microsoft.com/v1.0/users/1/managers»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}/manager
'''

## Example

'''http
GET https://graph.microsoft.com/v1.0/me/manager?$select=id
'''
`,
	Tree: func(p *lint.TreePass) {
		p.Unmatched(lint.NoPath, func(op *ir.Operation, r *ir.Request) {
			_, _, path, _ := ir.SplitURL(r.URL)
			d := p.Report(lint.URLRange(r), "no template of the page fits the path of the example, %s", path)
			for _, route := range op.Routes[:min(len(op.Routes), 3)] {
				d.Related = append(d.Related, diag.Related{At: route.At, Message: "documented is " + route.Path.String()})
			}
		})
	},
}
