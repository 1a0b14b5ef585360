package rules

import (
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var templateForm = &lint.Rule{
	Code:     diag.TemplateForm,
	Severity: diag.Warning,
	Manual: `
A path template does not have the standard form.

The standard form is the path after the version, with a slash at the start:
''/users/{id}''. mdwire also reads templates with a host and version or ''~/'',
without the first slash, and with ''<id>'' or ''(id)'' for ''{id}''. Other tools do
not. Use the standard form. Clients send empty segments and a slash at the end as
they are documented: leave them out, unless the service needs them. A slash at the
end that examples of the page have too is not reported.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET «https://graph.microsoft.com/v1.0»/users/{id}
GET «»users/{id}
GET «~»/users/{id}
GET «/beta»/users/{id}
GET /users/{id}«/»
GET /users/«<id>»/manager
'''

## Example

'''http
GET https://graph.microsoft.com/v1.0/users/1
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
GET /users/{id}/drive/root:/{item-path}:/children
'''
`,
	Page: func(p *lint.Pass) {
		for r := range p.Routes() {
			if r.At.Path == p.Path {
				checkTemplateForm(p, r)
			}
		}
	},
	Tree: func(p *lint.TreePass) {
		for op, r := range p.Spec.Routes() {
			if r.At.Path == op.File {
				missingSlash(p, r)
			}
		}
	},
}

// missingSlash reports a path without its first slash. All pages together show
// whether it begins with a word for the base URL.
func missingSlash(p *lint.TreePass, r *ir.Route) {
	if r.Base != "" || r.Path.Prefix != "" || len(r.Path.Segments) == 0 {
		return
	}
	at := r.PathAt
	at.End, at.EndColumn = at.Start, at.Column
	d := p.Report(at.In(r.At), "the template does not start with a slash")
	if !r.PathAt.IsZero() {
		d.AddFix(true, "write /", diag.Edit{At: at.In(r.At), New: "/"})
	}
}

// wrongPrefix matches a prefix that a template's path should not have.
var wrongPrefix = regexp.MustCompile(`^(?:https?://[^/]+(?:/(?:beta|v\d[.\d]*))?|~|/?(?:beta|v\d[.\d]*))(/|$)`)

func checkTemplateForm(p *lint.Pass, r *ir.Route) {
	s, ok := p.SpanOf(r.At)
	line := p.Raw(s)
	at := len(r.Method)
	if !ok || at >= len(line) {
		return
	}
	at += len(line[at:]) - len(strings.TrimLeft(line[at:], " \t"))
	path := line[at:]
	from := func(start, end int) page.Span { return page.Span{Start: s.Start + at + start, End: s.Start + at + end} }
	// Pages that no folder gives a version have it at the start of their paths.
	if m := wrongPrefix.FindStringSubmatchIndex(path); m != nil && (p.Meta.Version != "" || path[0] != '/') {
		fixForm(p, from(0, m[2]), "", "the template starts with %q; expected only the path after the version", path[:m[2]])
	}
	if plain, _, _ := strings.Cut(strings.TrimRight(path, " \t"), "?"); len(plain) > 1 && strings.HasSuffix(plain, "/") {
		checkFinalSlash(p, from(len(plain)-1, len(plain)))
	}
	if !slices.ContainsFunc(r.Path.Segments, inOtherBrackets) {
		return
	}
	for _, ph := range lint.Placeholders(r) {
		if ph.Part.Form != ir.Braces {
			fixForm(p, mustSpan(p, ph.At), "{"+ph.Part.Param+"}", "the placeholder %q is not in braces; expected %q", ph.Part.String(), "{"+ph.Part.Param+"}")
		}
	}
}

// checkFinalSlash reports a slash at the end of a template. Examples show whether the
// service needs it. Without examples, removing it may change the call.
func checkFinalSlash(p *lint.Pass, at page.Span) {
	hasExamples := false
	for _, ex := range p.Examples() {
		if ex.Request == nil {
			continue
		}
		hasExamples = true
		if _, _, path, _ := ir.SplitURL(ex.Request.URL); len(path) > 1 && strings.HasSuffix(path, "/") {
			return
		}
	}
	fixForm(p, at, "", "the template ends with a slash").Safe = hasExamples
}

// inOtherBrackets reports whether a segment has a placeholder without braces.
func inOtherBrackets(s ir.Segment) bool {
	return slices.ContainsFunc(s.Parts, func(part ir.Part) bool { return part.IsParam() && part.Form != ir.Braces })
}

func mustSpan(p *lint.Pass, at diag.Range) page.Span {
	s, _ := p.SpanOf(at)
	return s
}

// fixForm reports a place with the text that should be there. It returns the fix, which
// is safe.
func fixForm(p *lint.Pass, at page.Span, text, format string, args ...any) *diag.Fix {
	title := "write " + text
	if text == "" {
		title = "remove " + p.Raw(at)
	}
	d := p.Report(at, format, args...)
	d.AddFix(true, title, p.Replace(at, text)...)
	return &d.Fixes[0]
}
