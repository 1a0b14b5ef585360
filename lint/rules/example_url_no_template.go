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
The path of an example matches no path template of the page.

A segment is missing or misspelled in the example or in the HTTP request
section. Correct the one that is wrong. Keys, function arguments and embedded
paths match any value, optional arguments may be left out, ''/me'' matches ''/users/{id}'', and ''$count'',
''$value'', ''$ref'' or a cast may follow. Requests to other hosts, and requests
that another page of the same version documents, are not reported.
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

'''http
GET https://{host}/api/v1.0/users/1/manager
'''
-- api-reference/v1.0/api/report-use.md --
# report: use

## HTTP request

'''http
GET /reports/use(period={period}, unit={unit})
'''

## Function parameters

|Parameter|Type|Description|
|:---|:---|:---|
|period|String|The days. Required.|
|unit|String|Optional. The unit.|

## Example

'''http
GET https://graph.microsoft.com/v1.0/reports/use(period='D7')
'''
`,
	Tree: func(p *lint.TreePass) {
		p.Unmatched(lint.NoPath, func(op *ir.Operation, r *ir.Request) {
			_, _, path, _ := ir.SplitURL(r.URL)
			d := p.Report(r.URLAt.In(r.At), "the path %q of the example matches no path template of the page", path)
			for _, route := range op.Routes[:min(len(op.Routes), 3)] {
				d.Related = append(d.Related, diag.Related{At: route.At, Message: "documented template: " + route.Path.String()})
			}
		})
	},
}
