package lint

import (
	"slices"

	"github.com/mdwire/mdwire/diag"
)

var responseNameUnmatched = &Rule{
	Code:     diag.ResponseNameUnmatched,
	Severity: diag.Error,
	Manual: `
A response that names a request which is not on the page.

The name in a response's comment says which request it answers. Where no request
of that name stands on the page, tools pair the two by order or not at all.
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
	Page: func(p *Pass) {
		var requests []string
		for _, c := range p.comments() {
			if c.blockType() == "request" {
				names, _ := c.texts("name")
				requests = append(requests, names...)
			}
		}
		if len(requests) > 0 { // else there is nothing to match
			p.unmatchedNames(requests)
		}
	},
}

func (p *Pass) unmatchedNames(requests []string) {
	for _, c := range p.comments() {
		if c.blockType() != "response" {
			continue
		}
		names, nodes := c.texts("name")
		for i, name := range names {
			if name == "" || slices.Contains(requests, name) {
				continue
			}
			p.report(c.at(nodes[i].start, nodes[i].end), "no request on the page is named %q%s", name, diag.DidYouMean(name, requests))
		}
	}
}
