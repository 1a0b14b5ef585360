package parser

import (
	"fmt"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// report records a finding of the page.
func (r *reader) report(rule diag.Code, sev diag.Severity, at page.Span, format string, args ...any) {
	r.ReportIn(r.page, rule, sev, at, format, args...)
}

// ReportIn records a finding that may be in an included file. It then names the
// page that includes the file.
func (r *reader) ReportIn(pg *page.Page, rule diag.Code, sev diag.Severity, at page.Span, format string, args ...any) {
	d := diag.Diagnostic{Code: rule, Severity: sev, At: pg.Range(at), Message: fmt.Sprintf(format, args...)}
	d.SetPage(r.file)
	r.diags = append(r.diags, d)
}

// gluedHeadings reports the headings that most Markdown readers see as text.
func gluedHeadings(pg *page.Page) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, s := range pg.Glued {
		ds = append(ds, diag.Diagnostic{
			Code: diag.SectionMissing, Severity: diag.Error, At: pg.Range(s),
			Message: fmt.Sprintf("a space is missing after the # marks of %q; without it, the line is not a heading", page.Clip(pg.Raw(s))),
		})
	}
	return ds
}

// spanIn returns a span of a page relative to the start of an element.
func spanIn(pg *page.Page, at diag.Range, s page.Span) ir.Span {
	if at.Path != pg.Path {
		return ir.Span{}
	}
	return ir.SpanIn(pg.Src, at, s.Start, s.End)
}
