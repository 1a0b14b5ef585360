package parser

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
)

// callReader reads the code blocks of a page: templates and examples.
type callReader struct {
	*reader
	op      *ir.Operation
	pending []int // examples of the last request block that have no answer yet
}

// calls goes through the page's code blocks once, in order, and tells by
// section, comment and content what each is.
func (r *reader) calls(op *ir.Operation) {
	c := &callReader{reader: r, op: op}
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if b.Kind != page.FenceBlock {
			continue
		}
		c.fence(b)
	}
}

func (c *callReader) fence(b *page.Block) {
	f := b.Fence
	role := c.roles[b.Section]
	a := c.fenceAnnotation(f)
	kind := message.KindOf(f.Content)
	c.infoTemplate(b, kind)
	switch {
	case role == secRequest && kind != message.Response && kind != message.JSON:
		c.templates(c.op, f, a.is("request"))
		if !a.is("request") {
			return
		}
	case kind == message.Request && c.isTemplateBlock(role, a, f.Content):
		c.templates(c.op, f, a.is("request"))
		if !a.is("request") {
			return
		}
	case f.Indented && kind == message.Other:
		return
	}
	c.example(b, a, kind)
}

// fenceAnnotation returns the annotation before a fence. One that other text
// parts from the fence counts only when it says what the fence is.
func (c *callReader) fenceAnnotation(f *page.Fence) *annotation {
	return c.annotation(f.Note)
}

func (a *annotation) is(block string) bool { return a != nil && a.block == block }

// isTemplateBlock tells templates that stand outside an HTTP request section:
// calls without host, headers or body. Where the page has such a section,
// others count only when a comment calls them requests; the rest illustrate.
func (c *callReader) isTemplateBlock(role section, a *annotation, content string) bool {
	switch role {
	case secExample, secExampleRequest, secExampleResponse, secResponse, secBody, secQueryParams:
		return false
	}
	if !a.is("request") && (c.has(secRequest) || a != nil && a.block != "ignored") {
		return false
	}
	for line := range strings.SplitSeq(content, "\n") {
		line = strings.TrimSpace(line)
		if line != "" && (methodLen(line) == 0 || strings.Contains(line, "://")) {
			return false
		}
	}
	return true
}

// illustrates reports whether a request stands where pages show a fragment
// rather than an example: in prose about parameters or remarks, with no
// comment that calls it a request.
func (c *callReader) illustrates(role section, a *annotation) bool {
	switch role {
	case secExample, secExampleRequest, secExampleResponse, secResponse:
		return false
	}
	return a == nil || a.block == "ignored"
}

// infoTemplate reads a call that stands in the info string, as old pages have
// it: "```http GET /education/schools".
func (c *callReader) infoTemplate(b *page.Block, kind message.Kind) {
	if kind == message.Request {
		return
	}
	f := b.Fence
	_, rest, ok := strings.Cut(f.Info, " ")
	rest = strings.TrimSpace(rest)
	if !ok || methodLen(rest) == 0 {
		return
	}
	at := f.InfoSpan.End - len(rest)
	info := page.InfoFence(rest, at)
	if c.roles[b.Section] == secRequest {
		c.templates(c.op, info, false)
		return
	}
	c.messages(b, info, nil)
}
