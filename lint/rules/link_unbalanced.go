package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var linkUnbalanced = &lint.Rule{
	Code:     diag.LinkUnbalanced,
	Severity: diag.Error,
	Manual: `
A link lacks a bracket or parenthesis.

Readers see the brackets and the file name as text and cannot follow the link.
In most cases the closing parenthesis is missing. A space in the destination has
the same effect: write it as ''%20''.
`,
	Bad: `
# user: refresh

Updates the «[role](../resources/role.md» ''displayName'' and ''description''.
`,
	Good: `
# user: refresh

Updates the [role](../resources/role.md) ''displayName''. Not a link: ''[a](b''.
`,
	Page: func(p *lint.Pass) {
		for _, u := range p.BrokenLinks() {
			p.Report(u.Span, "%s: %q", u.Reason, p.Raw(u.Span))
		}
	},
}
