package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var sectionOutOfOrder = &lint.Rule{
	Code:     diag.SectionOutOfOrder,
	Severity: diag.Info,
	Manual: `
The sections of a page are not in the standard order.

Readers rely on the order. On an operation page it is: permissions, HTTP
request, parameters, request headers, request body, response, examples. Move the
section.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

«## Permissions»

## Response
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

## HTTP request

## Response
`,
	Page: func(p *lint.Pass) {
		if !p.DocumentsCall() {
			return
		}
		most, before := 0, ""
		for i := range p.Sections {
			s := &p.Sections[i]
			if s.Level != 2 {
				continue
			}
			switch rank := lint.SectionRank(s.Slug); {
			case rank == 0:
			case rank < most:
				p.Report(p.Trim(s.Span), "the section %q comes after %q; expected it before", s.Text, before)
			default:
				most, before = rank, s.Text
			}
		}
	},
}
