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
The annotation of a response with a JSON body does not name the type.

''@odata.type'' in the annotation names the type of the body. Without it the
example cannot be compared with the documented type, and mdwire has to take the
type from the prose. Add the key. Responses without an annotation and error
responses are not reported.
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
				p.Report(c.ObjectSpan(), "the annotation does not name the type of the response; expected \"@odata.type\"")
			}
		}
	},
}
