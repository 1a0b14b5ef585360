package lint

import (
	"bytes"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/parser/page"
)

// Annotation is a JSON comment before a code block: what the block is.
type Annotation struct {
	note     *page.Note
	Block    *page.Block // the code block that it is bound to; nil for none
	src      string      // the JSON, made strict
	Repaired bool        // src is not what stands in the page
	Span     func(start, end int) page.Span
	Root     Node
}

// Annotations returns the JSON comments of the page in order. Those that cannot
// be mended are left out; annotation-invalid-json tells of them.
func (p *Subject) Annotations() []Annotation {
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
				c.Block = bound[n]
				p.notes = append(p.notes, c)
			}
		}
	}
	return p.notes
}

func readComment(n *page.Note) (Annotation, bool) {
	from := strings.IndexByte(n.Text, '{')
	if from < 0 {
		return Annotation{}, false
	}
	res := lenient.Read([]byte(n.Text[from:]))
	if res.JSON == nil {
		return Annotation{}, false
	}
	c := Annotation{note: n, src: string(res.JSON), Repaired: len(res.Defects) > 0}
	base := n.Body.Start + from
	c.Span = func(start, end int) page.Span {
		return page.Span{Start: base + res.Offset(start), End: base + res.Offset(end)}
	}
	root, ok := parseTree(c.src)
	c.Root = root
	return c, ok && root.Kind == '{'
}

// Text returns a member's value as plain text, "" when there is none.
func (c *Annotation) Text(name string) string {
	m := c.Root.Member(name)
	switch {
	case m == nil:
		return ""
	case m.Kind == '"':
		return unquoteJSON(c.src[m.Start:m.End])
	}
	return c.src[m.Start:m.End]
}

// Texts returns the strings of a member that holds one or a list of them, with
// their nodes.
func (c *Annotation) Texts(name string) (values []string, nodes []Node) {
	m := c.Root.Member(name)
	if m == nil {
		return nil, nil
	}
	all := []Node{*m}
	if m.Kind == '[' {
		all = m.Kids
	}
	for _, n := range all {
		if n.Kind == '"' {
			values = append(values, unquoteJSON(c.src[n.Start:n.End]))
			nodes = append(nodes, n)
		}
	}
	return values, nodes
}

// BlockType returns the block type in lower case.
func (c *Annotation) BlockType() string { return strings.ToLower(c.Text("blockType")) }

// IsTrue reports whether a member says yes, as a boolean or as a word.
func (c *Annotation) IsTrue(name string) bool { return strings.EqualFold(c.Text(name), "true") }

// AnnotationOf returns the comment that is bound to a block, nil for none.
func (p *Subject) AnnotationOf(b *page.Block) *Annotation {
	cs := p.Annotations()
	for i := range cs {
		if cs[i].Block == b {
			return &cs[i]
		}
	}
	return nil
}

// FenceAt returns the code block that an offset of the page lies in, nil for
// none.
func (p *Subject) FenceAt(offset int) *page.Block {
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Fence != nil && offset >= b.Span.Start && offset < b.Span.End {
			return b
		}
	}
	return nil
}

// ObjectSpan returns the place of the comment's JSON.
func (c *Annotation) ObjectSpan() page.Span { return c.Span(c.Root.Start, c.Root.End) }

// AnnotationAt returns the comment of the block that a message stands in, nil for
// none.
func (p *Pass) AnnotationAt(at diag.Range) *Annotation {
	s, here := p.SpanOf(at)
	if !here {
		return nil
	}
	if b := p.FenceAt(s.Start); b != nil {
		return p.AnnotationOf(b)
	}
	return nil
}

// StartsLine reports whether nothing stands before an offset in its line.
func (p *Pass) StartsLine(offset int) bool { return offset == 0 || p.Src[offset-1] == '\n' }

// LineEnd returns the page's line end.
func (p *Pass) LineEnd() string {
	if i := bytes.IndexByte(p.Src, '\n'); i > 0 && p.Src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// RemoveMember fixes a finding by taking a member out of a comment.
func (p *Pass) RemoveMember(d *diag.Diagnostic, n *page.Note, name string) {
	for _, c := range p.Annotations() {
		if c.note != n || c.Repaired {
			continue
		}
		kids := c.Root.Kids
		for i := range kids {
			switch {
			case kids[i].Key != name:
			case i+1 < len(kids):
				AddFix(d, true, "remove the key", p.Edit(c.Span(kids[i].KeyStart, kids[i+1].KeyStart), ""))
				return
			case i > 0:
				AddFix(d, true, "remove the key", p.Edit(c.Span(kids[i-1].End, kids[i].End), ""))
				return
			}
		}
	}
}
