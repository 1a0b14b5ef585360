package parser

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// checkSections reports required sections that are missing from the page of a
// call.
func (r *reader) checkSections(op *ir.Operation) {
	title := page.Span{}
	if i := r.page.Title(); i >= 0 {
		title = r.page.Sections[i].Span
	}
	at, example := title, title
	if s := r.first(vocab.SecRequest); s != nil {
		at = s.Span
	}
	if s := r.first(vocab.SecExample); s != nil {
		example = s.Span
	}
	switch {
	case len(op.Routes) == 0 && r.has(vocab.SecRequest):
		r.report(diag.SectionMissing, diag.Error, at, "the HTTP request section has no readable call such as %q, so no code can be generated from the page", "GET /users/{id}")
	case len(op.Routes) == 0:
		r.report(diag.SectionMissing, diag.Error, at, "the page has no section %q with a call, so no code can be generated from it", "HTTP request")
	case !r.has(vocab.SecRequest) && !r.split:
		r.report(diag.SectionMissing, diag.Error, at, "the page has no section %q; its calls are in other sections", "HTTP request")
	}
	if len(op.Examples) == 0 {
		r.report(diag.ExampleRequestMissing, diag.Warning, example, "the page has no example request")
	}
}

// strayTables reports tables of names and types in sections that are not read,
// so that nothing is dropped silently.
func (r *reader) strayTables() {
	for i, role := range r.roles {
		if role != vocab.SecOther && role != vocab.SecTitle && role != vocab.SecProperties && role != vocab.SecRequest && role != vocab.SecResponse {
			continue
		}
		s := &r.page.Sections[i]
		for k := range s.Blocks {
			t := s.Blocks[k].Table
			if t == nil || len(t.Rows) == 0 || role == vocab.SecResponse && statusColumn(t) >= 0 {
				continue
			}
			if c := r.readColumns(t); c.typ >= 0 && c.name >= 0 && r.hasNameHead(t, c) {
				r.report(diag.PropertyRowDefect, diag.Info, s.Blocks[k].Span,
					"the table of %q is not in a section about parameters, headers or a body, so it is not read", page.Clip(t.Header[c.name].Text))
			}
		}
	}
}

// lostTables reports tables that Markdown does not see as tables: tables in
// HTML, and rows that are separated from their header.
func (r *reader) lostTables() {
	for i := range r.page.Blocks {
		switch b := &r.page.Blocks[i]; {
		case b.Kind == page.HTML && strings.Contains(b.Text, "<table"):
			r.report(diag.PropertyRowDefect, diag.Warning, b.Span, "the table is written in HTML, so it is not read; write it with pipes")
		case b.Kind == page.Paragraph && b.Text != "" && b.Text[0] == '|' && strings.Count(b.Text, "|") > 1:
			r.report(diag.PropertyRowDefect, diag.Warning, b.Span, "the rows do not follow a table header, so they are not read")
		}
	}
}

// hasNameHead reports whether the head of the name column is a known one.
func (r *reader) hasNameHead(t *page.Table, c columns) bool {
	h := r.heads.Fold(t.Header[c.name].Text)
	return vocab.PropertyHeads[h] || vocab.NameHeads[h] || vocab.RelationHeads[h]
}
