package lint

import (
	"bytes"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/parser/page"
)

// comment is a JSON comment before a code block: what the block is.
type comment struct {
	note   *page.Note
	block  *page.Block // the code block that it is bound to; nil for none
	src    string      // the JSON, made strict
	mended bool        // src is not what stands in the page
	at     func(start, end int) page.Span
	root   node
}

// comments returns the JSON comments of the page in order. Those that cannot
// be mended are left out; annotation-invalid-json tells of them.
func (p *Subject) comments() []comment {
	if p.readNotes {
		return p.notes
	}
	p.readNotes = true
	bound := map[*page.Note]*page.Block{}
	for i := range p.Blocks {
		if f := p.Blocks[i].Fence; f != nil && f.Note != nil {
			bound[f.Note] = &p.Blocks[i]
		}
	}
	for i := range p.Blocks {
		if n := p.Blocks[i].Note; n != nil && n.JSON {
			if c, ok := readComment(n); ok {
				c.block = bound[n]
				p.notes = append(p.notes, c)
			}
		}
	}
	return p.notes
}

func readComment(n *page.Note) (comment, bool) {
	from := strings.IndexByte(n.Text, '{')
	if from < 0 {
		return comment{}, false
	}
	res := lenient.Read([]byte(n.Text[from:]))
	if res.JSON == nil {
		return comment{}, false
	}
	c := comment{note: n, src: string(res.JSON), mended: len(res.Defects) > 0}
	base := n.Body.Start + from
	c.at = func(start, end int) page.Span {
		return page.Span{Start: base + res.Offset(start), End: base + res.Offset(end)}
	}
	root, ok := parseTree(c.src)
	c.root = root
	return c, ok && root.kind == '{'
}

// text returns a member's value as plain text, "" when there is none.
func (c *comment) text(name string) string {
	m := c.root.member(name)
	switch {
	case m == nil:
		return ""
	case m.kind == '"':
		return unquoteJSON(c.src[m.start:m.end])
	}
	return c.src[m.start:m.end]
}

// texts returns the strings of a member that holds one or a list of them, with
// their nodes.
func (c *comment) texts(name string) (values []string, nodes []node) {
	m := c.root.member(name)
	if m == nil {
		return nil, nil
	}
	all := []node{*m}
	if m.kind == '[' {
		all = m.kids
	}
	for _, n := range all {
		if n.kind == '"' {
			values = append(values, unquoteJSON(c.src[n.start:n.end]))
			nodes = append(nodes, n)
		}
	}
	return values, nodes
}

// blockType returns the block type in lower case.
func (c *comment) blockType() string { return strings.ToLower(c.text("blockType")) }

// isTrue reports whether a member says yes, as a boolean or as a word.
func (c *comment) isTrue(name string) bool { return strings.EqualFold(c.text(name), "true") }

// commentOf returns the comment that is bound to a block, nil for none.
func (p *Subject) commentOf(b *page.Block) *comment {
	cs := p.comments()
	for i := range cs {
		if cs[i].block == b {
			return &cs[i]
		}
	}
	return nil
}

// fenceAt returns the code block that an offset of the page lies in, nil for
// none.
func (p *Subject) fenceAt(offset int) *page.Block {
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Fence != nil && offset >= b.Span.Start && offset < b.Span.End {
			return b
		}
	}
	return nil
}

// object returns the place of the comment's JSON.
func (c *comment) object() page.Span { return c.at(c.root.start, c.root.end) }

// commentAt returns the comment of the block that a message stands in, nil for
// none.
func (p *Pass) commentAt(at diag.Range) *comment {
	s, here := p.span(at)
	if !here {
		return nil
	}
	if b := p.fenceAt(s.Start); b != nil {
		return p.commentOf(b)
	}
	return nil
}

// startsLine reports whether nothing stands before an offset in its line.
func (p *Pass) startsLine(offset int) bool { return offset == 0 || p.Src[offset-1] == '\n' }

// newline returns the page's line end.
func (p *Pass) newline() string {
	if i := bytes.IndexByte(p.Src, '\n'); i > 0 && p.Src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// dropMember fixes a finding by taking a member out of a comment.
func (p *Pass) dropMember(d *diag.Diagnostic, n *page.Note, name string) {
	for _, c := range p.comments() {
		if c.note != n || c.mended {
			continue
		}
		kids := c.root.kids
		for i := range kids {
			switch {
			case kids[i].key != name:
			case i+1 < len(kids):
				fix(d, true, "remove the key", p.edit(c.at(kids[i].keyStart, kids[i+1].keyStart), ""))
				return
			case i > 0:
				fix(d, true, "remove the key", p.edit(c.at(kids[i-1].end, kids[i].end), ""))
				return
			}
		}
	}
}
