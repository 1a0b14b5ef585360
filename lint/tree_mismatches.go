package lint

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/validate"
)

// mismatch is a mismatch in an example with its place in the page.
type mismatch struct {
	validate.Mismatch
	page string
	at   diag.Range
}

// ReportMismatches reports the mismatches of the pass's rule. All examples are
// checked once, for the five rules that report them.
func (p *TreePass) ReportMismatches() {
	if !p.validated {
		p.validated = true
		types := p.Types()
		for i := range p.Spec.Operations {
			p.validate(types, &p.Spec.Operations[i])
		}
	}
	for _, m := range p.mismatches {
		if m.Code != p.rule.Code {
			continue
		}
		d := p.Report(m.at, "%s", m.Message)
		d.SetPage(m.page)
		if m.Documented != "" {
			d.AddFix(m.Certain, "write "+m.Documented, diag.Edit{At: m.at, New: m.Documented})
		}
	}
}

// validate checks the bodies of an operation's examples.
func (p *TreePass) validate(types *validate.Types, op *ir.Operation) {
	opts := validate.Options{Placeholders: true}
	for i := range op.Examples {
		ex := &op.Examples[i]
		if ex.Request != nil && ex.Request.IsBatch() {
			continue
		}
		if r := ex.Response; r != nil && r.Status < 300 {
			if b, ok := ReadBody(&r.Message); ok {
				p.addMismatches(op, &b, types.Response(op, r, b.JSON, opts))
			}
		}
		if r := ex.Request; r != nil && op.Body != nil && len(r.Body) > 0 && p.routeMatch(op, r) == fullMatch {
			if b, ok := ReadBody(&r.Message); ok {
				p.addMismatches(op, &b, types.Request(op, b.JSON, opts))
			}
		}
	}
}

func (p *TreePass) addMismatches(op *ir.Operation, b *Body, found validate.Result) {
	for _, m := range found.Mismatches {
		start, end := m.Start, m.End
		if m.Code == diag.ExamplePropertyCase {
			start, end = start+1, end-1 // without the quotes
		}
		p.mismatches = append(p.mismatches, mismatch{m, op.File, b.Place(start, end)})
	}
}
