package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

// Reported by the parser.
var commentUnclosed = &lint.Rule{
	Code:     diag.CommentUnclosed,
	Severity: diag.Error,
	Manual: `
An HTML comment that is never closed.

It swallows the rest of the page: neither readers nor mdwire see what follows.
`,
	Bad: `
# Get user

«<!--» to be checked

## HTTP request
`,
	Good: `
# Get user

<!-- checked -->

## HTTP request
`,
	Page: func(p *lint.Pass) {
		for i := range p.Blocks {
			n := p.Blocks[i].Note
			if n == nil || n.Open {
				continue
			}
			if inner := strings.Index(n.Text, "<!--"); inner >= 0 {
				d := p.Report(p.Trim(p.RestOfLine(n.Span.Start)), "the comment is closed by the end of another one, and hides what stands between")
				d.Related = []diag.Related{{At: p.Range(page.Span{Start: n.Body.Start + inner, End: n.Body.Start + inner + 4}), Message: "the other comment begins here"}}
			}
		}
	},
}
