package parser

import (
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

// report records a finding of the page.
func (r *reader) report(rule diag.Code, sev diag.Severity, at page.Span, format string, args ...any) {
	r.reportIn(r.page, rule, sev, at, format, args...)
}

// reportIn records a finding that may lie in an include; it then names the
// page that includes it.
func (r *reader) reportIn(pg *page.Page, rule diag.Code, sev diag.Severity, at page.Span, format string, args ...any) {
	d := diag.Diagnostic{Code: rule, Severity: sev, At: pg.Range(at), Message: fmt.Sprintf(format, args...)}
	if pg != r.page {
		d.Page = r.file
	}
	r.diags = append(r.diags, d)
}

// clip shortens page text for a message.
func clip(s string) string {
	const most = 60
	if strings.TrimSpace(s) == "" {
		return s[:min(most, len(s))]
	}
	n := 0
	for i, c := range s {
		if c == '\n' || n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// strconvQuote quotes page text for a message.
func strconvQuote(s string) string { return fmt.Sprintf("%q", s) }
