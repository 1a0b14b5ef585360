package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/samples"
)

var responseTypeMissing = &lint.Rule{
	Code:     diag.ResponseTypeMissing,
	Severity: diag.Warning,
	Manual: `
A response with a JSON body whose comment does not name its type.

''@odata.type'' in the comment before the block says what the body is. Without it
the example cannot be held against the type's page, and the client that is made
from the page has to go by the prose. Responses without a comment, and error
responses, are no finding of this rule.
`,
	Bad: samples.GetUser + `
<!-- «{ "blockType": "response" }» -->
'''http
HTTP/1.1 200 OK
Content-type: application/json

{ "id": "1" }
'''
`,
	Good: samples.GetUser + samples.OKUser + `{ "id": "1" }
'''
`,
	Page: func(p *lint.Pass) {
		for _, ex := range p.Examples() {
			r := ex.Response
			if r == nil || r.Kind != ir.JSON || r.Status >= 300 || r.At.Path != p.Path {
				continue
			}
			c := p.AnnotationAt(r.At)
			if c != nil && c.BlockType() == "response" && c.Text("@odata.type") == "" && c.Text("@type") == "" {
				p.Report(c.ObjectSpan(), "the comment does not say the response's type (@odata.type)")
			}
		}
	},
}
