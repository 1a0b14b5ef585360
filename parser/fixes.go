package parser

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
)

// fix adds a fix to the diagnostic that was reported last.
func (r *reader) fix(safe bool, title string, edits ...diag.Edit) {
	r.diags[len(r.diags)-1].AddFix(safe, title, edits...)
}

func (r *reader) edit(at page.Span, text string) diag.Edit {
	return diag.Edit{At: r.page.Range(at), New: text}
}

// certain holds the defects that have only one repair.
var certain = map[lenient.Kind]bool{
	lenient.TrailingComma: true, lenient.ExtraComma: true, lenient.MissingComma: true, lenient.SmartQuote: true,
	lenient.BlankChar: true, lenient.ControlChar: true, lenient.SingleQuote: true, lenient.UnquotedKey: true,
}

// fixJSON adds the repairs of all defects as one fix. at returns the span of a
// defect in the page.
func (r *reader) fixJSON(res lenient.Result, at func(start, end int) page.Span) {
	if res.JSON == nil {
		return
	}
	safe := true
	edits := make([]diag.Edit, len(res.Defects))
	for i, d := range res.Defects {
		safe = safe && certain[d.Kind]
		edits[i] = r.edit(at(d.Start, d.End), d.Replacement)
	}
	r.fix(safe, "correct the JSON", edits...)
}

// fixFault adds the fix of a message's fault, for the faults that have one.
func (r *reader) fixFault(f *page.Fence, m *message.Message, fault message.Fault) {
	at := f.SourceSpan(fault.Start, fault.End)
	switch fault.Kind {
	case message.BlankBeforeHeaders:
		r.fix(true, "remove the blank line", r.edit(at, ""))
	case message.NoBlankBeforeBody:
		start := f.SourceOffset(fault.Start)
		if r.page.StartsLine(start) { // not in a list, where the line would need an indent
			r.fix(true, "insert a blank line", r.edit(page.Span{Start: start, End: start}, r.page.LineEnd()))
		}
	case message.BlankInHeader:
		r.fix(true, "write the colon", r.edit(at, ": "))
	case message.StatusVersion, message.StatusCase:
		if m.StatusAt.End > m.StatusAt.Start {
			r.fix(true, "write HTTP/1.1", r.edit(f.SourceSpan(m.At.Start, m.StatusAt.Start), "HTTP/1.1 "))
		}
	}
}

// fixBlockType adds the fix that sets the blockType of an annotation.
func (r *reader) fixBlockType(a *annotation, right string) {
	if a.blockAt.IsZero() {
		return
	}
	r.fix(true, "write "+right, diag.Edit{At: r.rangeIn(a, a.blockAt), New: `"` + right + `"`})
}
