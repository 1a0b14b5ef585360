package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// The parser reports those among the templates.
var generatorErrorLeaked = &lint.Rule{
	Code:     diag.GeneratorErrorLeaked,
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
				p.ReportAt(p.InFirstLine(e.Request.Message, e.Request.URL), "%s is a generator's failure, not a URL", lint.QuoteShort(e.Request.URL))
			}
		}
	},
}
