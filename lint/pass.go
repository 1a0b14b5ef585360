package lint

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// Subject is a page with the IR that the parser made of it. Its caches are filled
// when a rule asks.
type Subject struct {
	*page.Page
	// Meta holds the version, doc type and title. The version is "" if the page
	// documents several.
	Meta ir.Page
	// Operations are the documented calls, nearly always one. Resources are the
	// documented types: one, or one for each version that the page documents.
	// Other pages have neither.
	Operations []ir.Operation
	Resources  []ir.Resource
	Files      *Files
	Settings   *Settings

	masked    []byte
	broken    []BrokenLink
	notes     []Annotation
	readNotes bool
	known     []Target
	resolved  bool
	bare      bool                 // links have no file extension, as on a web site: "resources/user"
	refs      map[string]page.Span // destinations of reference links, by label

	examples    []ir.Example    // of all calls
	permissions []ir.Permission // of all calls
}

// Pass applies one rule to one page.
type Pass struct {
	*Subject

	rule  *Rule
	found []diag.Diagnostic
}

// Report adds a finding of the rule at a span of the page. The caller may add
// related places and fixes to the result until it reports again.
func (p *Pass) Report(at page.Span, format string, args ...any) *diag.Diagnostic {
	return p.ReportAt(p.Range(at), format, args...)
}

// ReportAt adds a finding at a range that may be in another file: parts of an
// operation may come from an include.
func (p *Pass) ReportAt(at diag.Range, format string, args ...any) *diag.Diagnostic {
	d := diag.Diagnostic{
		Code: p.rule.Code, Severity: p.rule.Severity, At: at, Message: fmt.Sprintf(format, args...),
	}
	d.SetPage(p.Path)
	p.found = append(p.found, d)
	return &p.found[len(p.found)-1]
}

// SpanOf returns the span of a range in the page; ok is false for a range in
// another file.
func (p *Pass) SpanOf(at diag.Range) (s page.Span, ok bool) {
	return page.Span{Start: at.Start.Offset, End: at.End.Offset}, at.Path == p.Path && at.Start.IsValid()
}

// RestOfLine returns the span from an offset to the end of its line, without
// trailing white space.
func (p *Pass) RestOfLine(offset int) page.Span {
	line, _, _ := bytes.Cut(p.Src[offset:], []byte("\n"))
	return page.Span{Start: offset, End: offset + len(bytes.TrimRight(line, " \t\r"))}
}

// Replace returns the edit that replaces a span of the page, as the only edit of
// a fix.
func (p *Pass) Replace(s page.Span, text string) []diag.Edit {
	return []diag.Edit{{At: p.Range(s), New: text}}
}

// TitleSpan returns the span for findings about the page as a whole: its title,
// or the first line if it has none.
func (p *Pass) TitleSpan() page.Span {
	if i := p.Title(); i >= 0 {
		return p.RestOfLine(p.Sections[i].Span.Start)
	}
	return p.RestOfLine(0)
}

// Edit returns the edit that replaces a span of the page.
func (p *Pass) Edit(s page.Span, text string) diag.Edit {
	return diag.Edit{At: p.Range(s), New: text}
}

// Trim returns a span without the white space at its ends.
func (p *Subject) Trim(s page.Span) page.Span {
	raw := p.Raw(s)
	s.End -= len(raw) - len(strings.TrimRight(raw, " \t\r\n"))
	s.Start += len(raw) - len(strings.TrimLeft(raw, " \t\r\n"))
	return page.Span{Start: min(s.Start, s.End), End: s.End}
}

// QuoteShort quotes a text for a message, shortened to 60 characters.
func QuoteShort(text string) string {
	const limit = 60
	if r := []rune(text); len(r) > limit {
		text = strings.TrimSpace(string(r[:limit])) + "…"
	}
	return `"` + strings.ReplaceAll(text, "\n", " ") + `"`
}
