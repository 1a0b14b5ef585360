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
An HTML comment is never closed.

The comment hides the rest of the page from readers and from mdwire. Close it
with ''-->''.
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
				d := p.Report(p.Trim(p.RestOfLine(n.Span.Start)), "the comment is not closed before the next comment starts and hides the text between them; add \"-->\"")
				d.Related = []diag.Related{{At: p.Range(page.Span{Start: n.Body.Start + inner, End: n.Body.Start + inner + 4}), Message: "the next comment starts here"}}
			}
		}
	},
}
