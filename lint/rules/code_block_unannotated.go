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
A request or response of an example has no annotation.

Tools find examples by the comment above the block (''blockType'', the name, the
type of the response) and use it to pair requests with responses. Add a comment
such as ''<!-- { "blockType": "request", "name": "get_user" } -->''.
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

// unannotated reports the block at a range if no annotation describes it.
func unannotated(p *lint.Pass, at diag.Range, what, annotation string) {
	s, here := p.SpanOf(at)
	b := p.FenceAt(s.Start)
	if !here || b == nil || b.Fence.Note != nil || b.Fence.Indented {
		return
	}
	d := p.Report(p.Trim(p.RestOfLine(b.Span.Start)), "the %[1]s has no annotation; expected a comment with \"blockType\": %[1]q above it", what)
	if p.StartsLine(b.Span.Start) {
		d.AddFix(false, "add the annotation", p.Edit(page.Span{Start: b.Span.Start, End: b.Span.Start}, "<!-- "+annotation+" -->"+p.LineEnd()))
	}
}

// blockName derives the name of an example from the name of the page, which is
// unique within a version.
func blockName(p *lint.Pass, i int) string {
	name := strings.NewReplacer("-", "_", ".", "_").Replace(p.Operations[0].Name)
	if i > 0 {
		name = fmt.Sprintf("%s_%d", name, i+1)
	}
	return name
}
