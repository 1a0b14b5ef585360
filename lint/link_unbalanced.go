package lint

import (
	"github.com/mdwire/mdwire/diag"
)

var linkUnbalanced = &Rule{
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
	Page: func(p *Pass) {
		for _, u := range p.unbalanced() {
			p.report(u.span, "%s: %q", u.why, p.Raw(u.span))
		}
	},
}
