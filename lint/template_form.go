package lint

import (
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

var templateForm = &Rule{
	Code:     diag.TemplateForm,
	Severity: diag.Warning,
	Manual: `
A path template in another form than the reference's.

A template is the path below the version, from the slash on: ''/users/{id}''. Host
and version, ''~/'', a missing first or a last slash, and ''<id>'' or ''(id)'' for
''{id}'' are read for what they mean, but not by every tool.
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
	Page: func(p *Pass) {
		if p.Operation == nil {
			return
		}
		for i := range p.Operation.Routes {
			if r := &p.Operation.Routes[i]; r.At.Path == p.Path {
				p.templateForm(r)
			}
		}
	},
}

// rootless is what may wrongly stand before a template's path.
var rootless = regexp.MustCompile(`^(?:https?://[^/]+(?:/(?:beta|v\d[.\d]*))?|~|/?(?:beta|v\d[.\d]*))(/|$)`)

func (p *Pass) templateForm(r *ir.Route) {
	s, ok := p.span(r.At)
	line := p.Raw(s)
	at := strings.IndexAny(line, " \t/")
	if !ok || at < 0 {
		return
	}
	at += len(line[at:]) - len(strings.TrimLeft(line[at:], " \t"))
	path := line[at:]
	from := func(start, end int) page.Span { return page.Span{Start: s.Start + at + start, End: s.Start + at + end} }
	if m := rootless.FindStringSubmatchIndex(path); m != nil {
		p.fixForm(from(0, m[2]), "", "the template begins with %q; it is the path below the version alone", path[:m[2]])
	} else if !strings.HasPrefix(path, "/") {
		p.fixForm(from(0, 0), "/", "the template does not begin with a slash")
	}
	if plain, _, _ := strings.Cut(strings.TrimRight(path, " \t"), "?"); len(plain) > 1 && strings.HasSuffix(plain, "/") {
		p.fixForm(from(len(plain)-1, len(plain)), "", "the template ends in a slash")
	}
	if !slices.ContainsFunc(r.Path.Segments, inOtherBrackets) {
		return
	}
	for _, ph := range p.placeholders(r) {
		if ph.part.Form != ir.Braces {
			p.fixForm(p.mustSpan(ph.at), "{"+ph.part.Param+"}", "placeholder %q is written in braces elsewhere", ph.part.String())
		}
	}
}

// inOtherBrackets reports whether a segment has a placeholder without braces.
func inOtherBrackets(s ir.Segment) bool {
	return slices.ContainsFunc(s.Parts, func(part ir.Part) bool { return part.IsParam() && part.Form != ir.Braces })
}

func (p *Pass) mustSpan(at diag.Range) page.Span {
	s, _ := p.span(at)
	return s
}

func (p *Pass) fixForm(at page.Span, text, format string, args ...any) {
	title := "write " + text
	if text == "" {
		title = "remove " + p.Raw(at)
	}
	p.report(at, format, args...).Fixes = []diag.Fix{{Title: title, Safe: true, Edits: p.replace(at, text)}}
}
