package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// The parser reports a missing HTTP request section.
var sectionMissing = &lint.Rule{
	Code:     diag.SectionMissing,
	Severity: diag.Error,
	Manual: `
An operation page lacks a required section.

Readers look for Permissions (or Prerequisites), HTTP request, Response and an
example. Without an HTTP request section mdwire has no route to generate. Add
the section.
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
		if !p.HasRoutes() {
			return // the parser reports such pages
		}
		permissions, response, example := false, false, len(p.Examples()) > 0
		for i := range p.Sections {
			example = example || strings.HasPrefix(p.Sections[i].Slug, "example")
			switch lint.SectionRank(p.Sections[i].Slug) {
			case 1:
				permissions = true
			case 6:
				response = response || !inExample(p.Subject, i)
			}
		}
		if !permissions && len(p.Permissions()) == 0 {
			p.Report(p.TitleSpan(), "the page has no %q section", "Permissions")
		}
		if !response {
			p.Report(p.TitleSpan(), "the page has no %q section", "Response")
		}
		if !example {
			p.Report(p.TitleSpan(), "the page has no %q section", "Example")
		}
	},
}

// inExample reports whether a section is part of an example, which has its own
// Response section.
func inExample(p *lint.Subject, section int) bool {
	for i := p.Sections[section].Parent; i >= 0; i = p.Sections[i].Parent {
		if strings.HasPrefix(p.Sections[i].Slug, "example") {
			return true
		}
	}
	return false
}
