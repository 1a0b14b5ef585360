package parser

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// callReader reads the code blocks of a page: path templates and examples.
type callReader struct {
	*reader
	op       *ir.Operation
	direct   bool  // the page has no HTTP request section; its calls may be in others
	pending  []int // examples of the last request block that have no response yet
	sameCall bool  // the pending requests are the same call for several API versions
	next     int   // the block after the current one
	last     *ir.Reply
	requests map[int]bool // results of hasRequest
}

func (r *reader) newCallReader(op *ir.Operation) *callReader {
	return &callReader{reader: r, op: op, direct: !r.has(vocab.SecRequest)}
}

// calls reads the blocks in order. It decides by section, annotation and content
// how to read each code block.
func (r *reader) calls(op *ir.Operation) {
	c := r.newCallReader(op)
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		switch b.Kind {
		case page.FenceBlock:
			c.next = i + 1
			c.fence(b)
		case page.TableBlock:
			c.callTable(b)
		case page.Paragraph:
			c.callText(b)
		}
	}
}

func (c *callReader) fence(b *page.Block) {
	b, kind := withInfo(b, message.KindOf(b.Fence.Content))
	f := b.Fence
	role := c.roles[b.Section]
	c.unbind(b)
	a := c.annotation(f.Note)
	switch {
	case message.IsCommand(f.Content): // an example also among the templates
	case role == vocab.SecRequest && kind != message.Response && kind != message.JSON && !isCode(f, kind):
		c.templates(c.op, f, a.is("request"))
		if !a.is("request") {
			return
		}
	case kind == message.Request && c.isTemplateBlock(role, a, f.Content) && (a != nil || c.isTemplateBlock(c.part(b), a, f.Content)):
		c.templates(c.op, f, a.is("request"))
		if !a.is("request") {
			return
		}
	case f.Indented && kind == message.Other:
		return
	}
	c.example(b, a, kind)
}

// unbind separates a block of templates from the annotation of an example above
// the heading of its section.
func (c *callReader) unbind(b *page.Block) {
	n := b.Fence.Note
	if n == nil || c.roles[b.Section] != vocab.SecRequest || n.Span.Start > c.page.Sections[b.Section].Span.Start {
		return
	}
	if a := c.annotation(n); a.is("request") || a.is("response") {
		n.Bound, b.Fence.Note = false, nil
	}
}

// isCode reports whether the info string of a block names a language other than
// HTTP. Such a block shows how to make a parameter.
func isCode(f *page.Fence, kind message.Kind) bool {
	if kind != message.Other {
		return false
	}
	lang, _, _ := strings.Cut(strings.ToLower(f.Info), " ")
	return lang != "" && lang != "json" && !strings.HasPrefix(lang, "msgraph") && !strings.HasPrefix(lang, "http")
}

func (a *annotation) is(block string) bool { return a != nil && a.block == block }

// isTemplateBlock reports whether a block outside an HTTP request section has
// path templates: calls without host, headers or body. When the page has such a
// section, only blocks annotated as requests count; the others are
// illustrations.
func (c *callReader) isTemplateBlock(role vocab.Section, a *annotation, content string) bool {
	switch role {
	case vocab.SecExample, vocab.SecExampleRequest, vocab.SecExampleResponse, vocab.SecResponse, vocab.SecBody, vocab.SecQueryParams, vocab.SecParams:
		return false
	}
	if !a.is("request") && (!c.direct || a != nil && a.block != "ignored") {
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

// isIllustration reports whether a request is a fragment in prose rather than
// an example: it is not in an example section, not annotated as a request, and
// no response follows.
func (c *callReader) isIllustration(role vocab.Section, a *annotation) bool {
	switch role {
	case vocab.SecExample, vocab.SecExampleRequest, vocab.SecExampleResponse, vocab.SecResponse:
		return false
	}
	return (a == nil || a.block == "ignored") && !c.responseFollows()
}

// responseFollows reports whether the next code block is a response.
func (c *callReader) responseFollows() bool {
	for i := c.next; i < len(c.page.Blocks); i++ {
		if f := c.page.Blocks[i].Fence; f != nil {
			return message.KindOf(f.Content) == message.Response
		}
	}
	return false
}

// withInfo moves the first line of a message from the info string, where old
// pages have it, to the block: "```http GET /education/schools".
func withInfo(b *page.Block, kind message.Kind) (*page.Block, message.Kind) {
	f := b.Fence
	if kind == message.Response || strings.IndexByte(f.Info, ' ') < 0 {
		return b, kind
	}
	at := 0
	if methodLen(f.Info) == 0 && !strings.HasPrefix(f.Info, "HTTP/") {
		at = strings.IndexByte(f.Info, ' ')
		at += len(f.Info[at:]) - len(strings.TrimLeft(f.Info[at:], " "))
	}
	is := message.KindOf(f.Info[at:])
	if is != message.Request && is != message.Response || kind == message.Request && !strings.Contains(f.Info[at:], "/") {
		return b, kind
	}
	out := *b
	out.Fence = f.WithInfo(at)
	return &out, is
}
