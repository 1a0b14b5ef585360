package rules

import (
	"bytes"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/samples"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
	"github.com/mdwire/mdwire/validate"
)

var responseCollectionUndeclared = &lint.Rule{
	Code:     diag.ResponseCollectionUndeclared,
	Severity: diag.Warning,
	Manual: `
The annotation of a response wrongly says, or omits, whether the body is a collection.

Tools that check examples read ''isCollection'' to decide whether to check the
members of the ''value'' array or the whole body. Set the key to match the body.
A type ''Collection(…)'' declares a collection too, and a type ''stream'' declares
bytes of any form. mdwire itself looks at the body.
`,
	Bad: samples.GetUser + `
<!-- «{ "blockType": "response", "@odata.type": "microsoft.graph.user" }» -->
'''http
HTTP/1.1 200 OK
Content-type: application/json

{ "value": [ { "id": "1" } ] }
'''
`,
	Good: samples.GetUser + `
<!-- { "blockType": "response", "@odata.type": "microsoft.graph.user", "isCollection": true } -->
'''http
HTTP/1.1 200 OK
Content-type: application/json

{ "value": [ { "id": "1" } ] }
'''
`,
	Page: func(p *lint.Pass) {
		for i := range p.Examples() {
			r := p.Examples()[i].Response
			if r == nil || r.Status >= 300 || r.At.Path != p.Path {
				continue
			}
			c := p.AnnotationAt(r.At)
			if c == nil || c.BlockType() != "response" {
				continue
			}
			if !bytes.Contains(r.Body, []byte(`"value"`)) && !c.IsTrue("isCollection") && !bytes.HasPrefix(r.Body, []byte("[")) {
				continue // avoid parsing the body
			}
			if b, ok := lint.ReadBody(&r.Message); ok {
				collectionDeclared(p, c, &b)
			}
		}
	},
}

func collectionDeclared(p *lint.Pass, c *lint.Annotation, b *lint.Body) {
	value := b.Root.Member("value")
	shown := value != nil && value.Kind == validate.Array || b.Root.Kind == validate.Array
	typ := c.Text("@odata.type") + c.Text("@type")
	declared := c.IsTrue("isCollection") || strings.HasPrefix(typ, "Collection(") || vocab.Primitive(typ) == "Edm.Stream"
	switch {
	case shown && !declared && typ != "":
		d := p.Report(c.ObjectSpan(), "the body is a collection; expected \"isCollection\": true in the annotation")
		if m := c.Root.Member("isCollection"); m != nil {
			d.AddFix(true, "set isCollection to true", p.Edit(c.Span(m.Start, m.End), "true"))
		} else if last := c.Root.Values[len(c.Root.Values)-1]; !c.Repaired {
			end := c.Span(last.End, last.End).Start
			d.AddFix(true, "declare the collection", p.Edit(page.Span{Start: end, End: end}, `, "isCollection": true`))
		}
	case !shown && c.IsTrue("isCollection") && value == nil && len(b.Root.Values) > 0:
		m := c.Root.Member("isCollection")
		p.Report(c.Span(m.NameStart, m.End), "the annotation declares a collection, but the body has no \"value\" array")
	}
}
