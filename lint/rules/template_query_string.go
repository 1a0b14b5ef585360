package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var templateQueryString = &lint.Rule{
	Code:     diag.TemplateQueryString,
	Severity: diag.Info,
	Manual: `
A path template contains a query string.

A path template has only the parts that all requests share. Describe query
parameters in their own section. mdwire generates options for them.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# List users

## HTTP request

'''http
GET /users«?$filter=startsWith(displayName,'{text}')»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# List users

## HTTP request

'''http
GET /users
'''
`,
	Page: func(p *lint.Pass) {
		for r := range p.Routes() {
			s, here := p.SpanOf(r.At)
			if !here || r.Query == "" {
				continue
			}
			if q := strings.LastIndex(p.Raw(s), "?"+r.Query); q >= 0 {
				p.Report(page.Span{Start: s.Start + q, End: s.Start + q + 1 + len(r.Query)}, "the template contains the query string %q; expected only the path", "?"+r.Query)
			}
		}
	},
}
