package lint

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// Subject is a page with what was read from it. Its zero caches fill as rules
// ask.
type Subject struct {
	*page.Page
	// Meta is what every page has: version, doc type, title.
	Meta ir.Page
	// Operation is the call that the page documents, Resource the type; both
	// are nil for other pages.
	Operation *ir.Operation
	Resource  *ir.Resource
	Files     *Files
	Settings  *Settings

	masked    []byte
	broken    []BrokenLink
	notes     []Annotation
	readNotes bool
	known     []Target
	resolved  bool
	bare      bool                 // links name no files but pages, as those of a site do: "resources/user"
	refs      map[string]page.Span // where reference links lead, by label
}

// Pass is one rule at work on one page.
type Pass struct {
	*Subject

	rule  *Rule
	found []diag.Diagnostic
}

// Report adds a finding of the rule at a stretch of the page and returns it
// for what more there is to say.
func (p *Pass) Report(at page.Span, format string, args ...any) *diag.Diagnostic {
	return p.ReportAt(p.Range(at), format, args...)
}

// ReportAt adds a finding at a place that need not lie in the page: parts of
// an operation may come from an include.
func (p *Pass) ReportAt(at diag.Range, format string, args ...any) *diag.Diagnostic {
	d := diag.Diagnostic{
		Code: p.rule.Code, Severity: p.rule.Severity, At: at, Message: fmt.Sprintf(format, args...),
	}
	if at.Path != p.Path {
		d.Page = p.Path
	}
	p.found = append(p.found, d)
	return &p.found[len(p.found)-1]
}

// SpanOf turns the place of an IR part back into a stretch of the page; ok is
// false for parts that come from another file.
func (p *Pass) SpanOf(at diag.Range) (s page.Span, ok bool) {
	return page.Span{Start: at.Start.Offset, End: at.End.Offset}, at.Path == p.Path && at.Start.IsValid()
}

// RestOfLine returns the stretch from an offset to the end of its line.
func (p *Pass) RestOfLine(offset int) page.Span {
	line, _, _ := bytes.Cut(p.Src[offset:], []byte("\n"))
	return page.Span{Start: offset, End: offset + len(bytes.TrimRight(line, " \t\r"))}
}

// Replace makes the edit that puts new text for a stretch of the page.
func (p *Pass) Replace(s page.Span, text string) []diag.Edit {
	return []diag.Edit{{At: p.Range(s), New: text}}
}

// TitleSpan is the place for findings about a page as a whole: its heading,
// the start of the file where it has none.
func (p *Pass) TitleSpan() page.Span {
	if i := p.Title(); i >= 0 {
		return p.RestOfLine(p.Sections[i].Span.Start)
	}
	return p.RestOfLine(0)
}

// AddFix adds a way to mend a finding.
func AddFix(d *diag.Diagnostic, safe bool, title string, edits ...diag.Edit) {
	d.Fixes = append(d.Fixes, diag.Fix{Title: title, Safe: safe, Edits: edits})
}

// Edit puts new text for a stretch of the page.
func (p *Pass) Edit(s page.Span, text string) diag.Edit {
	return diag.Edit{At: p.Range(s), New: text}
}

// Trim drops white space around a stretch.
func (p *Subject) Trim(s page.Span) page.Span {
	raw := p.Raw(s)
	s.End -= len(raw) - len(strings.TrimRight(raw, " \t\r\n"))
	s.Start += len(raw) - len(strings.TrimLeft(raw, " \t\r\n"))
	return page.Span{Start: min(s.Start, s.End), End: s.End}
}
