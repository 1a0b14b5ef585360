package parser

import (
	"sort"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// example reads a block as a request or response by its content. The annotation
// decides when the content does not show it.
func (c *callReader) example(b *page.Block, a *annotation, kind message.Kind) {
	f := b.Fence
	block := ""
	if a != nil {
		block = a.block
	}
	switch kind {
	case message.Request:
		if c.isIllustration(c.roles[b.Section], a) {
			c.report(diag.ExampleUnpaired, diag.Info, f.SourceSpan(0, lineLen(f.Content)),
				"the request %q is not in an example section, so it is not read as an example", page.Clip(f.Content))
			return
		}
		if block == "response" {
			c.mismatch(a, f, "request")
		}
		c.messages(b, f, a)
	case message.Response:
		if block == "request" {
			c.mismatch(a, f, "response")
		}
		c.messages(b, f, a)
	default:
		c.bareBody(b, a, kind)
	}
}

func (c *callReader) mismatch(a *annotation, f *page.Fence, is string) {
	first, _, _ := strings.Cut(strings.TrimSpace(f.Content), "\n")
	c.report(diag.AnnotationBlockTypeMismatch, diag.Error, a.note.Span, "the annotation has blockType %q, but %q begins a %s", a.block, page.Clip(first), is)
	c.fixBlockType(a, is)
}

// bareBody reads a block that has no start line: a response body under its
// heading, or one that the annotation calls a response.
func (c *callReader) bareBody(b *page.Block, a *annotation, kind message.Kind) {
	f := b.Fence
	switch {
	case a.is("response"):
	case a.is("request"):
		c.report(diag.AnnotationBlockTypeMismatch, diag.Error, a.note.Span, "the annotation has blockType %q, but the block does not begin with a request line", a.block)
		return
	case kind != message.JSON || a != nil && a.block != "ignored", c.separateBody(b), a != nil || len(c.pending) == 0:
		return
	case c.roles[b.Section] != vocab.SecExampleResponse && !c.labeled(b):
		return
	}
	ms := message.Parse(f.Content)
	if len(ms) == 0 {
		return
	}
	first := ms[0].At
	c.report(diag.StatusLineMalformed, diag.Error, f.SourceSpan(first.Start, first.Start+lineLen(f.Content[first.Start:])), "the response has no status line; expected %q", "HTTP/1.1 200 OK")
	c.reply(b, f, &ms[0], a)
}

// separateBody adds a body in its own block to the last request or response
// when that has none.
func (c *callReader) separateBody(b *page.Block) bool {
	m := c.messageWithoutBody(c.roles[b.Section])
	if m == nil || m.Kind != ir.NoBody {
		return false
	}
	f := b.Fence
	ms := message.Parse(f.Content)
	if len(ms) == 0 || ms[0].Kind != message.JSON {
		return false
	}
	at := ms[0].BodyAt
	c.report(diag.HTTPHeaderMalformed, diag.Error, f.SourceSpan(at.Start, at.Start+lineLen(f.Content[at.Start:])),
		"the body is in a separate block; put it below the headers, after a blank line")
	body := c.message(f, &ms[0])
	m.Body, m.BodyAt, m.Breaks, m.Kind, m.JSON = body.Body, body.BodyAt, body.Breaks, body.Kind, body.JSON
	if c.last != nil && m == &c.last.Message {
		c.last.Type.Collection = c.last.Type.Collection || isPageOfCollection(m)
	}
	return true
}

// messageWithoutBody returns the last request or response, by the section, when
// it may have a body. GET and DELETE have none, and a response needs a JSON
// content type.
func (c *callReader) messageWithoutBody(role vocab.Section) *ir.Message {
	switch {
	case role == vocab.SecExampleRequest && len(c.pending) > 0:
		if req := c.op.Examples[c.pending[len(c.pending)-1]].Request; req.Method != "GET" && req.Method != "DELETE" {
			return &req.Message
		}
	case role == vocab.SecExampleResponse && c.last != nil && strings.Contains(c.last.Header("Content-Type"), "json"):
		return &c.last.Message
	}
	return nil
}

// labeled reports whether a paragraph "**Response**" or "####Response" is
// above the block, where other pages have a heading.
func (c *callReader) labeled(b *page.Block) bool {
	blocks := c.page.Sections[b.Section].Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.Start >= b.Span.Start })
	for k := i - 1; k >= max(0, i-maxBack); k-- {
		p := &blocks[k]
		if p.Kind != page.Paragraph || len(p.Text) > 40 || !isLabel(c.page.Raw(p.Span)) {
			continue
		}
		return vocab.ResponseLabels.Begins(strings.ToLower(strings.Trim(p.Text, "# ")))
	}
	return false
}

func isLabel(raw string) bool { return strings.HasPrefix(raw, "**") || strings.HasPrefix(raw, "#") }

// maxBack is how many blocks above a block, or sections above a section, are
// searched for its label.
const maxBack = 16

func (c *callReader) messages(b *page.Block, f *page.Fence, a *annotation) {
	requests := 0
	ms := message.Parse(f.Content)
	for i := range ms {
		m := &ms[i]
		c.reportFaults(f, m)
		switch m.Kind {
		case message.Request:
			c.sameCall = requests == 0 && c.repeats(m)
			if requests == 0 && !c.sameCall {
				c.pending = c.pending[:0]
			}
			requests++
			c.request(b, f, m, a)
		case message.Response:
			c.reply(b, f, m, a)
		}
	}
}

// repeats reports whether a request without a response is repeated for another
// API version. One response follows for both.
func (c *callReader) repeats(m *message.Message) bool {
	if len(c.pending) == 0 {
		return false
	}
	last := c.op.Examples[c.pending[len(c.pending)-1]].Request
	here, _ := relativeURL(m.URL)
	there, _ := relativeURL(last.URL)
	return last.Method == m.Method && last.URL != m.URL && here == there
}

func (c *callReader) request(b *page.Block, f *page.Fence, m *message.Message, a *annotation) {
	at := c.page.Range(f.SourceSpan(m.At.Start, m.At.End))
	ex := ir.Example{Name: a.name(), Title: c.exampleTitle(b), At: at}
	ex.Request = &ir.Request{
		Method: m.Method, URL: m.URL, Message: c.message(f, m),
		MethodAt: spanIn(c.page, at, f.SourceSpan(m.MethodAt.Start, m.MethodAt.End)),
		URLAt:    spanIn(c.page, at, f.SourceSpan(m.URLAt.Start, m.URLAt.End)),
	}
	c.op.Examples = append(c.op.Examples, ex)
	c.pending = append(c.pending, len(c.op.Examples)-1)
}

// reply adds a response to the request that its annotation names, or to the
// first request without a response.
func (c *callReader) reply(b *page.Block, f *page.Fence, m *message.Message, a *annotation) {
	reply := &ir.Reply{Status: m.Status, Reason: m.Reason, Message: c.message(f, m), Type: a.typeRef()}
	if m.StatusAt.End > 0 {
		reply.StatusAt = spanIn(c.page, reply.At, f.SourceSpan(m.StatusAt.Start, m.StatusAt.End))
		reply.ReasonAt = spanIn(c.page, reply.At, f.SourceSpan(m.ReasonAt.Start, m.ReasonAt.End))
	}
	reply.Declared = reply.Type.Name
	if strings.Contains(reply.Type.Name, "/") { // a media type is not a documented type
		reply.Type.Name = ""
	}
	reply.Truncated = a != nil && a.truncated
	c.last = reply
	if !reply.Type.Collection {
		reply.Type.Collection = isPageOfCollection(&reply.Message)
	}
	if a != nil && c.namedReply(a, reply) {
		return
	}
	for c.sameCall && len(c.pending) > 1 {
		answer := *reply
		c.op.Examples[c.pending[0]].Response = &answer
		c.pending = c.pending[1:]
	}
	if len(c.pending) > 0 {
		c.op.Examples[c.pending[0]].Response = reply
		c.pending = c.pending[1:]
		return
	}
	c.op.Examples = append(c.op.Examples, ir.Example{Name: a.name(), Title: c.exampleTitle(b), Response: reply, At: reply.At})
}

// namedReply adds a response to the requests that its annotation names, and
// reports whether there are any.
func (c *callReader) namedReply(a *annotation, reply *ir.Reply) bool {
	done := false
	for _, name := range a.names {
		for i := range c.op.Examples {
			ex := &c.op.Examples[i]
			if ex.Request != nil && ex.Response == nil && ex.Name == name {
				ex.Response = reply
				done = true
				c.answered(i)
				break
			}
		}
	}
	return done
}

func (c *callReader) answered(i int) {
	for k, p := range c.pending {
		if p == i {
			c.pending = append(c.pending[:k:k], c.pending[k+1:]...)
			return
		}
	}
}

// exampleTitle returns the heading of an example: the nearest one above it that
// is not "Request" or "Response".
func (c *callReader) exampleTitle(b *page.Block) string {
	for i := b.Section; i > 0; i = c.page.Sections[i].Parent {
		s := &c.page.Sections[i]
		if !vocab.IsMessageSlug(s.Slug) {
			return s.Text
		}
		if title := c.siblingTitle(i); title != "" {
			return title
		}
	}
	return ""
}

// siblingTitle finds the heading "### Example 1: …" before a "### Request" of
// the same level.
func (c *callReader) siblingTitle(i int) string {
	for k := i - 1; k > max(0, i-maxBack) && c.page.Sections[k].Level >= c.page.Sections[i].Level; k-- {
		s := &c.page.Sections[k]
		if s.Level == c.page.Sections[i].Level && c.roles[k] == vocab.SecExample && s.Parent == c.page.Sections[i].Parent {
			return s.Text
		}
	}
	return ""
}
