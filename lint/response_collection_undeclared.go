package lint

import (
	"bytes"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

var responseCollectionUndeclared = &Rule{
	Code:     diag.ResponseCollectionUndeclared,
	Severity: diag.Warning,
	Manual: `
A response that shows a collection, or one object, against what its comment says.

Tools that check examples read ''isCollection'': without it the members of the
''value'' array are held against the wrong thing, and with it a single object
is. ''Collection(…)'' as the type declares a collection too. mdwire itself goes by
the body.
`,
	Bad: getUser + `
<!-- «{ "blockType": "response", "@odata.type": "microsoft.graph.user" }» -->
'''http
HTTP/1.1 200 OK
Content-type: application/json

{ "value": [ { "id": "1" } ] }
'''
`,
	Good: getUser + `
<!-- { "blockType": "response", "@odata.type": "microsoft.graph.user", "isCollection": true } -->
'''http
HTTP/1.1 200 OK
Content-type: application/json

{ "value": [ { "id": "1" } ] }
'''
`,
	Page: func(p *Pass) {
		for i := range p.examples() {
			r := p.examples()[i].Response
			if r == nil || r.Status >= 300 || r.At.Path != p.Path {
				continue
			}
			c := p.commentAt(r.At)
			if c == nil || c.blockType() != "response" {
				continue
			}
			if !bytes.Contains(r.Body, []byte(`"value"`)) && !c.isTrue("isCollection") && !bytes.HasPrefix(r.Body, []byte("[")) {
				continue // nothing to read the body for
			}
			if b, ok := readBody(&r.Message); ok {
				p.collectionDeclared(c, &b)
			}
		}
	},
}

func (p *Pass) collectionDeclared(c *comment, b *body) {
	value := b.root.member("value")
	shown := value != nil && value.kind == '[' || b.root.kind == '['
	typ := c.text("@odata.type") + c.text("@type")
	declared := c.isTrue("isCollection") || strings.HasPrefix(typ, "Collection(")
	switch {
	case shown && !declared && typ != "":
		d := p.report(c.object(), "the body is a collection, but the comment has no \"isCollection\": true")
		if m := c.root.member("isCollection"); m != nil {
			fix(d, true, "write true", p.edit(c.at(m.start, m.end), "true"))
		} else if last := c.root.kids[len(c.root.kids)-1]; !c.mended {
			end := c.at(last.end, last.end).Start
			fix(d, true, "declare the collection", p.edit(page.Span{Start: end, End: end}, `, "isCollection": true`))
		}
	case !shown && c.isTrue("isCollection") && value == nil && len(b.root.kids) > 0:
		m := c.root.member("isCollection")
		p.report(c.at(m.keyStart, m.end), "the comment declares a collection, but the body has no \"value\" array")
	}
}
