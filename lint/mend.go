package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
)

// menders add fixes to what the parser reports. The parser reads and does not
// mend.
var menders = map[diag.Code]func(*Pass, *diag.Diagnostic){
	diag.JSONInvalid:                 (*Pass).mendBody,
	diag.AnnotationInvalidJSON:       (*Pass).mendAnnotation,
	diag.HTTPHeaderMalformed:         (*Pass).mendMessage,
	diag.StatusLineMalformed:         (*Pass).mendMessage,
	diag.AnnotationBlockTypeMismatch: (*Pass).mendBlockType,
}

// mostMended bounds the findings of a page that get a fix in one run: each
// reads its block again, which on a page of nothing but faults would take time
// in the square of its length. --fix runs until nothing is left.
const mostMended = 50

// mend adds fixes to findings of the parser, where there are any.
func (p *Pass) mend(ds []diag.Diagnostic) {
	mended := 0
	for i := range ds {
		d := &ds[i]
		if add := menders[d.Code]; add != nil && d.At.Path == p.Path && d.At.Start.IsValid() && mended < mostMended {
			add(p, d)
			mended++
		}
	}
}

// messageAt finds the message of a code block in which a test holds.
func (p *Pass) messageAt(d *diag.Diagnostic, holds func(*page.Fence, *message.Message) bool) {
	b := p.FenceAt(d.At.Start.Offset)
	if b == nil {
		return
	}
	ms := message.Parse(b.Fence.Content)
	for i := range ms {
		if holds(b.Fence, &ms[i]) {
			return
		}
	}
}

func (p *Pass) mendBody(d *diag.Diagnostic) {
	p.messageAt(d, func(f *page.Fence, m *message.Message) bool {
		from := m.BodyAt.Start
		res := lenient.Read([]byte(f.Content[from:m.BodyAt.End]))
		if len(res.Defects) == 0 || f.SourceOffset(from+res.Defects[0].Start) != d.At.Start.Offset {
			return false
		}
		p.mendJSON(d, res, func(start, end int) page.Span { return f.SourceSpan(from+start, from+end) })
		return true
	})
}

func (p *Pass) mendAnnotation(d *diag.Diagnostic) {
	for i := range p.Blocks {
		n := p.Blocks[i].Note
		if n == nil || !n.JSON || d.At.Start.Offset < n.Span.Start || d.At.Start.Offset > n.Span.End {
			continue
		}
		from := strings.IndexByte(n.Text, '{')
		res := lenient.Read([]byte(n.Text[from:]))
		base := n.Body.Start + from
		if p.Raw(page.Span{Start: base, End: n.Body.End}) == n.Text[from:] { // no line ends were made over
			p.mendJSON(d, res, func(start, end int) page.Span { return page.Span{Start: base + start, End: base + end} })
		}
		return
	}
}

// certain are the defects that have one mend only.
var certain = map[lenient.Kind]bool{
	lenient.TrailingComma: true, lenient.ExtraComma: true, lenient.MissingComma: true, lenient.SmartQuote: true,
	lenient.BlankChar: true, lenient.ControlChar: true, lenient.SingleQuote: true, lenient.UnquotedKey: true,
}

func (p *Pass) mendJSON(d *diag.Diagnostic, res lenient.Result, at func(start, end int) page.Span) {
	if res.JSON == nil {
		return
	}
	safe := true
	var edits []diag.Edit
	for _, defect := range res.Defects {
		safe = safe && certain[defect.Kind]
		edits = append(edits, p.Edit(at(defect.Start, defect.End), defect.Replacement))
	}
	AddFix(d, safe, "make it JSON", edits...)
}

// mendMessage mends the fault that a message has at the finding's place.
func (p *Pass) mendMessage(d *diag.Diagnostic) {
	p.messageAt(d, func(f *page.Fence, m *message.Message) bool {
		for _, fault := range m.Faults {
			if f.SourceOffset(fault.Start) == d.At.Start.Offset && strings.HasSuffix(d.Message, fault.Kind.String()) {
				p.mendFault(d, f, m, fault)
				return true
			}
		}
		return false
	})
}

func (p *Pass) mendFault(d *diag.Diagnostic, f *page.Fence, m *message.Message, fault message.Fault) {
	at := f.SourceSpan(fault.Start, fault.End)
	switch fault.Kind {
	case message.BlankBeforeHeaders:
		AddFix(d, true, "remove the blank line", p.Edit(at, ""))
	case message.NoBlankBeforeBody:
		if start := f.SourceOffset(fault.Start); p.StartsLine(start) { // not in a list, where blanks would be due
			AddFix(d, true, "write a blank line", p.Edit(page.Span{Start: start, End: start}, p.LineEnd()))
		}
	case message.BlankInHeader:
		AddFix(d, true, "write the colon", p.Edit(at, ": "))
	case message.StatusVersion, message.StatusCase:
		if m.StatusAt.End > m.StatusAt.Start {
			AddFix(d, true, "write HTTP/1.1", p.Edit(f.SourceSpan(m.At.Start, m.StatusAt.Start), "HTTP/1.1 "))
		}
	}
}

// mendBlockType puts the block type for the other one.
func (p *Pass) mendBlockType(d *diag.Diagnostic) {
	for _, c := range p.Annotations() {
		if c.note.Span.Start != d.At.Start.Offset {
			continue
		}
		m := c.Root.Member("blockType")
		for wrong, right := range map[string]string{"request": "response", "response": "request"} {
			if m != nil && c.BlockType() == wrong && strings.HasSuffix(d.Message, "begins a "+right) {
				AddFix(d, true, "write "+right, p.Edit(c.Span(m.Start, m.End), `"`+right+`"`))
			}
		}
	}
}
