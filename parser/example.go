package parser

import (
	"bytes"
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
		if c.isIllustration(c.part(b), a) {
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

// bareBody reads a block that has no start line: the body of a request or a
// response under its heading or label, or a response that the annotation
// declares.
func (c *callReader) bareBody(b *page.Block, a *annotation, kind message.Kind) {
	f := b.Fence
	switch {
	case a.is("response"):
		c.bareReply(b, f, a)
		return
	case a.is("request"):
		c.report(diag.AnnotationBlockTypeMismatch, diag.Error, a.note.Span, "the annotation has blockType %q, but the block does not begin with a request line", a.block)
		return
	case kind != message.JSON && !isText(f) || a != nil && a.block != "ignored":
		return
	}
	part := c.part(b)
	switch {
	case kind != message.JSON && !isResponse(part):
	case c.separateBody(b, part), a != nil:
	case part == vocab.SecExampleRequest:
		c.bareRequest(b, f)
	case isResponse(part) && len(c.pending) > 0:
		c.bareReply(b, f, nil)
	}
}

// isResponse reports whether a section shows responses: of an example, or of the
// call when the example request is above it.
func isResponse(part vocab.Section) bool {
	return part == vocab.SecExampleResponse || part == vocab.SecResponse
}

// isText reports whether the info string of a block says that it is text of a
// response and not code that sends requests.
func isText(f *page.Fence) bool {
	switch strings.ToLower(f.Info) {
	case "text", "txt", "plaintext", "csv", "xml", "html":
		return true
	}
	return false
}

// bareReply reads a block as the body of a response.
func (c *callReader) bareReply(b *page.Block, f *page.Fence, a *annotation) {
	ms := message.Parse(f.Content)
	if len(ms) == 0 {
		return
	}
	m := &ms[0]
	if m.Status = c.statedStatus(b); m.Status == 0 {
		c.reportFirstLine(diag.StatusLineMalformed, diag.Error, f, m, "the response has no status line; expected %q", "HTTP/1.1 200 OK")
	}
	c.reply(b, f, m, a)
}

// bareRequest reads a block as the body of a request that the page does not show,
// if the page documents only one call that it can belong to.
func (c *callReader) bareRequest(b *page.Block, f *page.Fence) {
	if len(c.pending) > 0 || c.hasRequest(b.Section) {
		return
	}
	ms := message.Parse(f.Content)
	if len(ms) == 0 {
		return
	}
	m := &ms[0]
	route := c.onlyRouteWithBody()
	if route == nil {
		c.reportFirstLine(diag.ExampleUnpaired, diag.Info, f, m, "the body has no request line and the page does not document exactly one call for it, so it is not read as an example")
		return
	}
	m.Method, m.URL = route.Method, route.Path.String()
	if route.Query != "" {
		m.URL += "?" + route.Query
	}
	c.reportFirstLine(diag.HTTPHeaderMalformed, diag.Error, f, m, "the request has no request line; expected %q", m.Method+" "+m.URL)
	c.request(b, f, m, nil)
}

// onlyRouteWithBody returns the route of the page whose method has a body, nil if
// there is not exactly one.
func (c *callReader) onlyRouteWithBody() *ir.Route {
	var only *ir.Route
	for i := range c.op.Routes {
		switch r := &c.op.Routes[i]; {
		case r.Method == "GET" || r.Method == "DELETE":
		case only != nil:
			return nil
		default:
			only = r
		}
	}
	return only
}

// reportFirstLine reports a finding about a message at its first line.
func (c *callReader) reportFirstLine(rule diag.Code, sev diag.Severity, f *page.Fence, m *message.Message, format string, args ...any) {
	at := m.At.Start
	c.report(rule, sev, f.SourceSpan(at, at+lineLen(f.Content[at:])), format, args...)
}

// separateBody adds a body in its own block to the requests of the last block, or
// to the last response, when they have none.
func (c *callReader) separateBody(b *page.Block, part vocab.Section) bool {
	lacking := c.messagesWithoutBody(part)
	if len(lacking) == 0 {
		return false
	}
	f := b.Fence
	ms := message.Parse(f.Content)
	if len(ms) == 0 || ms[0].Kind != message.JSON {
		return false
	}
	c.reportFirstLine(diag.HTTPHeaderMalformed, diag.Error, f, &ms[0], "the body is in a separate block; put it below the headers, after a blank line")
	body := c.message(f, &ms[0])
	for _, m := range lacking {
		m.Body, m.BodyAt, m.Breaks, m.Kind, m.JSON = body.Body, body.BodyAt, body.Breaks, body.Kind, body.JSON
		if c.last != nil && m == &c.last.Message {
			c.last.Type.Collection = c.last.Type.Collection || isPageOfCollection(m)
		}
	}
	return true
}

// messagesWithoutBody returns the requests of the last block, or the last
// response, by the section, that may have a body and have none. GET and DELETE
// have none, and a response needs a JSON content type.
func (c *callReader) messagesWithoutBody(part vocab.Section) []*ir.Message {
	var out []*ir.Message
	switch part {
	case vocab.SecExampleRequest:
		for _, i := range c.pending {
			if req := c.op.Examples[i].Request; req.Method != "GET" && req.Method != "DELETE" && req.Kind == ir.NoBody {
				out = append(out, &req.Message)
			}
		}
	case vocab.SecExampleResponse:
		if c.last != nil && c.last.Kind == ir.NoBody && strings.Contains(c.last.Header("Content-Type"), "json") {
			out = append(out, &c.last.Message)
		}
	}
	return out
}

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
		case message.JSON: // printed by a command above it
			c.reply(b, f, m, a)
		}
	}
}

// repeats reports whether a request without a response is repeated for another
// API version, or as a command. One response follows for both.
func (c *callReader) repeats(m *message.Message) bool {
	if len(c.pending) == 0 {
		return false
	}
	last := c.op.Examples[c.pending[len(c.pending)-1]].Request
	_, _, here, query := ir.SplitURL(m.URL)
	_, _, there, before := ir.SplitURL(last.URL)
	if last.Method != m.Method || here != there || query != before {
		return false
	}
	return last.URL != m.URL || m.Command && bytes.Equal(last.Body, m.Body)
}

func (c *callReader) request(b *page.Block, f *page.Fence, m *message.Message, a *annotation) {
	at := c.page.Range(f.SourceSpan(m.At.Start, m.At.End))
	ex := ir.Example{Name: a.name(), Title: c.exampleTitle(b), At: at}
	ex.Request = &ir.Request{Method: m.Method, URL: m.URL, Command: m.Command, Message: c.message(f, m)}
	if m.MethodAt.End > 0 {
		ex.Request.MethodAt = spanIn(c.page, at, f.SourceSpan(m.MethodAt.Start, m.MethodAt.End))
	}
	if m.URLAt.End > 0 {
		ex.Request.URLAt = spanIn(c.page, at, f.SourceSpan(m.URLAt.Start, m.URLAt.End))
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
