package rules

import (
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var codeBlockUnannotated = &lint.Rule{
	Code:     diag.CodeBlockUnannotated,
	Severity: diag.Info,
	Manual: `
A request or response of an example without a comment that says so.

The comment (''blockType'', a name, the type of the response) is what tools find
examples by, and what pairs a response with its request.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Example

«'''http»
GET https://graph.microsoft.com/v1.0/users/1
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

<!-- { "blockType": "request", "name": "get_user" } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''
`,
	Page: func(p *lint.Pass) {
		for i := range p.Examples() {
			ex := &p.Examples()[i]
			if ex.Request != nil {
				unannotated(p, ex.Request.At, "request", fmt.Sprintf(`{ "blockType": "request", "name": %q }`, blockName(p, i)))
			}
			if ex.Response != nil {
				unannotated(p, ex.Response.At, "response", fmt.Sprintf(`{ "blockType": "response", "name": %q }`, blockName(p, i)))
			}
		}
	},
}

// unannotated reports the block at a place when no comment says what it is.
func unannotated(p *lint.Pass, at diag.Range, what, annotation string) {
	s, here := p.SpanOf(at)
	b := p.FenceAt(s.Start)
	if !here || b == nil || b.Fence.Note != nil || b.Fence.Indented {
		return
	}
	d := p.Report(p.Trim(p.RestOfLine(b.Span.Start)), "no comment with a blockType says that the block is a %s", what)
	if p.StartsLine(b.Span.Start) {
		lint.AddFix(d, false, "write the comment", p.Edit(page.Span{Start: b.Span.Start, End: b.Span.Start}, "<!-- "+annotation+" -->"+p.LineEnd()))
	}
}

// blockName makes the name of an example from the page's: no two pages of a
// version share it.
func blockName(p *lint.Pass, i int) string {
	name := strings.NewReplacer("-", "_", ".", "_").Replace(p.Operation.Name)
	if i > 0 {
		name = fmt.Sprintf("%s_%d", name, i+1)
	}
	return name
}
