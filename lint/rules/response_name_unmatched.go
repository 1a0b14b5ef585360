package rules

import (
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var responseNameUnmatched = &lint.Rule{
	Code:     diag.ResponseNameUnmatched,
	Severity: diag.Error,
	Manual: `
The annotation of a response names a request that is not on the page.

The name in a response's annotation says which request it answers. If the page
has no request with that name, tools pair the blocks by their order or not at
all. Use the same name in both annotations.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Example

<!-- { "blockType": "request", "name": "get_user" } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

<!-- { "blockType": "response", "name": «"get_users"» } -->
'''http
HTTP/1.1 204 No Content
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Example

<!-- { "blockType": "request", "name": "get_user" } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

<!-- { "blockType": "response", "name": "get_user" } -->
'''http
HTTP/1.1 204 No Content
'''
`,
	Page: func(p *lint.Pass) {
		var requests []string
		for _, c := range p.Annotations() {
			if c.BlockType() == "request" {
				names, _ := c.Texts("name")
				requests = append(requests, names...)
			}
		}
		if len(requests) > 0 {
			unmatchedNames(p, requests)
		}
	},
}

func unmatchedNames(p *lint.Pass, requests []string) {
	for _, c := range p.Annotations() {
		if c.BlockType() != "response" {
			continue
		}
		names, nodes := c.Texts("name")
		for i, name := range names {
			if name == "" || slices.Contains(requests, name) {
				continue
			}
			p.Report(c.Span(nodes[i].Start, nodes[i].End), "no request on this page has the name %q%s", name, diag.DidYouMean(name, requests))
		}
	}
}
