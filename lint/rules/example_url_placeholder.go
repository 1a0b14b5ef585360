package rules

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var exampleURLPlaceholder = &lint.Rule{
	Code:     diag.ExampleURLPlaceholder,
	Severity: diag.Warning,
	Manual: `
The URL of an example contains a placeholder.

An example shows a request as it is sent, and ''/users/{id}'' cannot be sent:
readers and tests have to invent a value. Write a realistic value. mdwire's
tests use a sample value. Each request is reported once.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Example

'''http
GET https://graph.microsoft.com/v1.0/users/«{id}»
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

'''http
GET https://graph.microsoft.com/v1.0/users/87d349ed-44d7-43e1-9a83-5f2406dee5bd
'''
`,
	Page: func(p *lint.Pass) {
		for _, e := range p.Examples() {
			if e.Request != nil && e.Request.HasURL() {
				urlPlaceholders(p, e.Request)
			}
		}
	},
}

func urlPlaceholders(p *lint.Pass, r *ir.Request) {
	placeholders := lint.URLPlaceholder.FindAllString(r.URL, -1)
	if len(placeholders) == 0 {
		return
	}
	names := withoutDuplicates(placeholders)
	noun, value := "the placeholder", "a realistic value"
	if len(names) > 1 {
		noun, value = "the placeholders", "realistic values"
	}
	p.ReportAt(p.InURL(r, placeholders[0]), "the example's URL contains %s %s; expected %s", noun, strings.Join(names, ", "), value)
}

func withoutDuplicates(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
