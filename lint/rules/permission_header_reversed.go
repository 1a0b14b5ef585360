package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var permissionHeaderReversed = &lint.Rule{
	Code:     diag.PermissionHeaderReversed,
	Severity: diag.Info,
	Manual: `
A permissions table lists the most privileged permission first.

Other pages list the least privileged permission first, and readers request the
first one. Reverse the lists and the header. mdwire respects the header and
reverses the list when it reads the page.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|«Permissions (from most to least privileged)»|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
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
`,
	Page: func(p *lint.Pass) {
		if !p.DocumentsCall() {
			return
		}
		for i := range p.Blocks {
			t := p.Blocks[i].Table
			if t == nil {
				continue
			}
			for _, c := range t.Header {
				if strings.Contains(strings.ToLower(c.Text), "most to least") {
					p.Report(p.Trim(c.Span), "the table lists the most privileged permission first; expected the least privileged first")
				}
			}
		}
	},
}
