package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/validate"
)

// Annotation is a comment with JSON that describes the code block below it.
type Annotation struct {
	validate.JSON // repaired if necessary

	note     *page.Note
	Block    *page.Block // the code block; nil if none follows
	Repaired bool        // whether the JSON differs from the page
	Span     func(start, end int) page.Span
}

// Annotations returns the page's annotations in order. Those that cannot be
// repaired are left out; annotation-invalid-json reports them.
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
	c := Annotation{note: n, Repaired: len(res.Defects) > 0}
	base := n.Body.Start + from
	c.Span = func(start, end int) page.Span {
		return page.Span{Start: base + res.Offset(start), End: base + res.Offset(end)}
	}
	j, ok := validate.ParseValid(string(res.JSON))
	c.JSON = j
	return c, ok && j.Root.Kind == validate.Object
}

// Text returns the value of a member: the text of a string, the JSON of other
// values, "" if there is no such member.
func (c *Annotation) Text(name string) string {
	m := c.Root.Member(name)
	switch {
	case m == nil:
		return ""
	case m.Kind == validate.String:
		return c.String(m)
	}
	return c.Raw(m)
}

// Texts returns the strings of a member, which is a string or a list of them,
// and their nodes.
func (c *Annotation) Texts(name string) (values []string, nodes []validate.Value) {
	m := c.Root.Member(name)
	if m == nil {
		return nil, nil
	}
	all := []validate.Value{*m}
	if m.Kind == validate.Array {
		all = m.Values
	}
	for i := range all {
		if all[i].Kind == validate.String {
			values = append(values, c.String(&all[i]))
			nodes = append(nodes, all[i])
		}
	}
	return values, nodes
}

// BlockType returns the value of blockType in lower case.
func (c *Annotation) BlockType() string { return strings.ToLower(c.Text("blockType")) }

// IsTrue reports whether a member is true or "true".
func (c *Annotation) IsTrue(name string) bool { return strings.EqualFold(c.Text(name), "true") }

// AnnotationOf returns the annotation of a code block, nil if it has none.
func (p *Subject) AnnotationOf(b *page.Block) *Annotation {
	cs := p.Annotations()
	for i := range cs {
		if cs[i].Block == b {
			return &cs[i]
		}
	}
	return nil
}

// FenceAt returns the code block at an offset of the page, nil if there is none.
func (p *Subject) FenceAt(offset int) *page.Block {
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Fence != nil && offset >= b.Span.Start && offset < b.Span.End {
			return b
		}
	}
	return nil
}

// ObjectSpan returns the span of the annotation's JSON.
func (c *Annotation) ObjectSpan() page.Span { return c.Span(c.Root.Start, c.Root.End) }

// AnnotationAt returns the annotation of the code block at the start of a range,
// nil if there is none.
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

// RemoveMember adds a fix to a finding that removes a member of an annotation.
func (p *Pass) RemoveMember(d *diag.Diagnostic, n *page.Note, name string) {
	for _, c := range p.Annotations() {
		if c.note != n || c.Repaired {
			continue
		}
		kids := c.Root.Values
		for i := range kids {
			switch {
			case kids[i].Name != name:
			case i+1 < len(kids):
				d.AddFix(true, "remove the key", p.Edit(c.Span(kids[i].NameStart, kids[i+1].NameStart), ""))
				return
			case i > 0:
				d.AddFix(true, "remove the key", p.Edit(c.Span(kids[i-1].End, kids[i].End), ""))
				return
			}
		}
	}
}
