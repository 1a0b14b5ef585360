package rules

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var permissionURLNoTemplate = &lint.Rule{
	Code:     diag.PermissionURLNoTemplate,
	Severity: diag.Warning,
	Manual: `
A URL in the comment above a permissions table is no template of the page.

''requestUrls'' of the comment lists the routes that the table is for. A URL that the
page does not document makes the table apply to no route, or shows that the comment
is a copy from another page. Correct the URL, or document its call.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

<!-- { "blockType": "permissions", "name": "user_get", "requestUrls": ["GET /users/{id}", «"GET /groups/{id}/owner"»] } -->
|Permission type|Permissions (from least to most privileged)|
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

<!-- { "blockType": "permissions", "name": "user_get", "requestUrls": ["GET /me", "/users/{user-id}"] } -->
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /me
GET /users/{id | userPrincipalName}
'''
`,
	Page: func(p *lint.Pass) {
		if !p.HasRoutes() {
			return
		}
		for _, c := range p.Annotations() {
			if c.BlockType() != "permissions" {
				continue
			}
			urls, nodes := c.Texts("requestUrls")
			for i, url := range urls {
				if !isTemplateOf(p.Operations, url) {
					p.Report(c.Span(nodes[i].Start, nodes[i].End), "the permissions are for %s, which is no template of the page", lint.QuoteShort(url))
				}
			}
		}
	},
}

// isTemplateOf reports whether "GET /users/{id}", or the path alone, is a route of
// one of the calls.
func isTemplateOf(ops []ir.Operation, line string) bool {
	method, url, ok := strings.Cut(strings.TrimSpace(line), " ")
	if !ok || strings.Contains(method, "/") { // no method
		return slices.ContainsFunc(ops, func(op ir.Operation) bool { return op.MatchesURL(line) })
	}
	request := ir.Request{Method: method, URL: url}
	return slices.ContainsFunc(ops, func(op ir.Operation) bool { return op.Matches(&request) })
}
