package rules

import (
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var betaDisclaimer = &lint.Rule{
	Code:     diag.BetaDisclaimer,
	Severity: diag.Warning,
	Manual: `
A beta page lacks the beta disclaimer, or a page of a released version has it.

A beta page includes ''beta-disclaimer.md'' or says in its text that the
''/beta'' version is subject to change. On a ''v1.0'' page the disclaimer warns
readers against a released API; usually it was copied from the beta page. Add
the include on a beta page, and remove it from any other.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

«[!INCLUDE [beta-disclaimer](../../includes/beta-disclaimer.md)]»

## HTTP request

'''http
GET /users/{id}
'''
-- api-reference/beta/api/user-list.md --
«# List users»

## HTTP request

'''http
GET /users
'''
`,
	Good: `
-- api-reference/beta/api/user-get.md --
# Get user

[!INCLUDE [beta-disclaimer](../../includes/beta-disclaimer.md)]

## HTTP request

'''http
GET /users/{id}
'''
-- api-reference/beta/api/user-list.md --
# List users

> **Important:** APIs under the /beta version are subject to change.

## HTTP request

'''http
GET /users
'''
`,
	Page: func(p *lint.Pass) {
		if !p.IsReference() {
			return
		}
		included := false
		for _, in := range p.Includes {
			if path.Base(in.Path) != "beta-disclaimer.md" {
				continue
			}
			included = true
			if p.Meta.Version != "beta" && p.Meta.Version != "" {
				p.Report(in.Span, "the page belongs to %s, but includes the beta disclaimer", p.Meta.Version).Fixes = []diag.Fix{{
					Title: "remove the disclaimer", Safe: true, Edits: p.Replace(in.Span, ""),
				}}
			}
		}
		if p.Meta.Version == "beta" && !included && !disclaims(p.Subject) {
			addDisclaimer(p, p.Report(p.TitleSpan(), "the beta page does not include the beta disclaimer"))
		}
	},
}

// disclaims reports whether the page's own text says that beta may change.
// Generated pages do this.
func disclaims(p *lint.Subject) bool {
	for i := range p.Blocks {
		if t := p.Blocks[i].Text; strings.Contains(t, "beta") && strings.Contains(t, "subject to change") {
			return true
		}
	}
	return false
}

// addDisclaimer adds a fix that inserts the include below the heading or the
// namespace line. It does nothing if the tree does not have the included file.
func addDisclaimer(p *lint.Pass, d *diag.Diagnostic) {
	const file = "../../includes/beta-disclaimer.md"
	i := p.Title()
	if i < 0 || p.Files.Find(path.Join(path.Dir(p.Path), file)) == "" {
		return
	}
	end := p.Sections[i].Span.End
	if bs := p.Sections[i].Blocks; len(bs) > 0 && strings.HasPrefix(bs[0].Text, "Namespace:") && !strings.Contains(bs[0].Text, "\n") {
		end = bs[0].Span.End
	}
	end = p.RestOfLine(end).End
	nl := p.LineEnd()
	d.AddFix(true, "include the beta disclaimer", p.Edit(page.Span{Start: end, End: end}, nl+nl+"[!INCLUDE [beta-disclaimer]("+file+")]"))
}
