package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var templateBlockAnnotation = &lint.Rule{
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
	Page: func(p *lint.Pass) {
		if p.Operation == nil {
			return
		}
		var last *page.Block
		for i := range p.Operation.Routes {
			s, here := p.SpanOf(p.Operation.Routes[i].At)
			if b := p.FenceAt(s.Start); here && b != nil && b != last && !b.Fence.Indented {
				last = b
				templateBlock(p, b)
			}
		}
	},
}

func templateBlock(p *lint.Pass, b *page.Block) {
	at := p.Trim(p.RestOfLine(b.Span.Start))
	if c := p.AnnotationOf(b); c != nil {
		if block := c.BlockType(); block != "ignored" && block != "request" { // some templates are examples too
			p.Report(at, "the comment of the block of templates says %q; \"ignored\" was expected", c.Text("blockType"))
		}
		return
	}
	if b.Fence.Note != nil {
		return
	}
	d := p.Report(at, "no comment marks the block of templates as \"ignored\"")
	if p.StartsLine(b.Span.Start) {
		lint.AddFix(d, true, "write the comment", p.Edit(page.Span{Start: b.Span.Start, End: b.Span.Start}, `<!-- { "blockType": "ignored" } -->`+p.LineEnd()))
	}
}
