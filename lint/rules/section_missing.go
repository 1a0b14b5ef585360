package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// A missing HTTP request section is reported by the parser.
var sectionMissing = &lint.Rule{
	Code:     diag.SectionMissing,
	Severity: diag.Error,
	Manual: `
A page of a call that lacks one of the sections which every such page has.

Readers look for Permissions (Prerequisites), HTTP request, Response and an
example. Without an HTTP request section mdwire has no route to generate.
`,
	Bad: `
---
doc_type: apiPageType
---

«# Get user»

Reads a user.
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

## Response

Returns ''204 No Content''.

## Example

<!-- {
  "blockType": "request",
  "name": "get_user"
} -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

<!-- { "blockType": "response" } -->
'''http
HTTP/1.1 204 No Content
'''
`,
	Page: func(p *lint.Pass) {
		if p.Operation == nil || len(p.Operation.Routes) == 0 {
			return // what the parser says of such a page is enough
		}
		permissions, response, example := false, false, len(p.Operation.Examples) > 0
		for i := range p.Sections {
			example = example || strings.HasPrefix(p.Sections[i].Slug, "example")
			switch lint.SectionRank(p.Sections[i].Slug) {
			case 1:
				permissions = true
			case 6:
				response = response || !inExample(p.Subject, i)
			}
		}
		if !permissions && len(p.Operation.Permissions) == 0 {
			p.Report(p.TitleSpan(), "the page has no section %q", "Permissions")
		}
		if !response {
			p.Report(p.TitleSpan(), "the page has no section %q", "Response")
		}
		if !example {
			p.Report(p.TitleSpan(), "the page has no section %q", "Example")
		}
	},
}

// inExample reports whether a section stands below one of examples: those have
// a Response of their own.
func inExample(p *lint.Subject, section int) bool {
	for i := p.Sections[section].Parent; i >= 0; i = p.Sections[i].Parent {
		if strings.HasPrefix(p.Sections[i].Slug, "example") {
			return true
		}
	}
	return false
}
