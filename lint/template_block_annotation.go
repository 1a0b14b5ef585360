package lint

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

var templateBlockAnnotation = &Rule{
	Code:     diag.TemplateBlockAnnotation,
	Severity: diag.Info,
	Manual: `
A block of path templates without the comment that says to ignore it.

Tools take a request without ''"blockType": "ignored"'' for an example and try to
send it.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

«'''http»
GET /users/{id}
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

<!-- { "blockType": "ignored" } -->
'''http
GET /users/{id}
'''
`,
	Page: func(p *Pass) {
		if p.Operation == nil {
			return
		}
		var last *page.Block
		for i := range p.Operation.Routes {
			s, here := p.span(p.Operation.Routes[i].At)
			if b := p.fenceAt(s.Start); here && b != nil && b != last && !b.Fence.Indented {
				last = b
				p.templateBlock(b)
			}
		}
	},
}

func (p *Pass) templateBlock(b *page.Block) {
	at := p.trim(p.line(b.Span.Start))
	if c := p.commentOf(b); c != nil {
		if block := c.blockType(); block != "ignored" && block != "request" { // some templates are examples too
			p.report(at, "the comment of the block of templates says %q; \"ignored\" was expected", c.text("blockType"))
		}
		return
	}
	if b.Fence.Note != nil {
		return
	}
	d := p.report(at, "no comment marks the block of templates as \"ignored\"")
	if p.startsLine(b.Span.Start) {
		fix(d, true, "write the comment", p.edit(page.Span{Start: b.Span.Start, End: b.Span.Start}, `<!-- { "blockType": "ignored" } -->`+p.newline()))
	}
}
