package parser

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// checkSections reports the parts that a page of a call must have and lacks.
func (r *reader) checkSections(op *ir.Operation) {
	at := page.Span{}
	if i := r.page.Title(); i >= 0 {
		at = r.page.Sections[i].Span
	}
	if s := r.first(secRequest); s != nil {
		at = s.Span
	}
	switch {
	case len(op.Routes) == 0 && r.has(secRequest):
		r.report(ruleSectionMissing, diag.Error, at, "the HTTP request section holds no call that could be read, as in %q, so no code can be made from the page", "GET /users/{id}")
	case len(op.Routes) == 0:
		r.report(ruleSectionMissing, diag.Error, at, "the page has no section %q with a call, so no code can be made from it", "HTTP request")
	case !r.has(secRequest):
		r.report(ruleSectionMissing, diag.Error, at, "the page has no section %q; its calls stand elsewhere", "HTTP request")
	}
	if len(op.Examples) == 0 {
		r.report(ruleExampleMissing, diag.Warning, at, "the page shows no example of a request")
	}
}
