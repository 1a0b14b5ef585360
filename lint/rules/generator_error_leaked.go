package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// The parser reports such messages among the templates.
var generatorErrorLeaked = &lint.Rule{
	Code:     diag.GeneratorErrorLeaked,
	Severity: diag.Error,
	Manual: `
The page contains an error message of its generator in place of a path.

"** Entity URI for … not found" means that the page's generator did not find the
operation, so the page does not document it. Write the path, or generate the
page again.
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

## Example

'''http
GET «https://graph.microsoft.com/beta** Entity URI for microsoft.graph.user not found»
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
	Page: func(p *lint.Pass) {
		for _, e := range p.Examples() {
			if e.Request != nil && lint.IsGeneratorError(e.Request.URL) {
				p.ReportAt(p.InURL(e.Request, e.Request.URL), "%s is an error message of the page's generator; expected a URL", lint.QuoteShort(e.Request.URL))
			}
		}
	},
}
