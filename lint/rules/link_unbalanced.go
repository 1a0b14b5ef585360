package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var linkUnbalanced = &lint.Rule{
	Code:     diag.LinkUnbalanced,
	Severity: diag.Error,
	Manual: `
A link whose bracket or parenthesis is missing.

What was meant as a link is shown to readers with its brackets and file name,
and leads nowhere. Most often the closing parenthesis was forgotten; a space in
the destination has the same effect and is written ''%20''.
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
