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
A block of path templates is not annotated as ignored.

Tools treat a request without ''"blockType": "ignored"'' as an example and try
to send it. Add the comment ''<!-- { "blockType": "ignored" } -->'' above the
block.
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
		var last *page.Block
		for r := range p.Routes() {
			s, here := p.SpanOf(r.At)
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
		if block := c.BlockType(); block != "ignored" && block != "request" { // some pages use an example as template
			p.Report(at, "the block of path templates has the blockType %q; expected \"ignored\"", c.Text("blockType"))
		}
		return
	}
	if b.Fence.Note != nil {
		return
	}
	d := p.Report(at, "the block of path templates has no annotation; expected \"blockType\": \"ignored\"")
	if p.StartsLine(b.Span.Start) {
		d.AddFix(true, "add the annotation", p.Edit(page.Span{Start: b.Span.Start, End: b.Span.Start}, `<!-- { "blockType": "ignored" } -->`+p.LineEnd()))
	}
}
