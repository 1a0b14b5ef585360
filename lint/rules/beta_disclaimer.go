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
A beta page without the disclaimer, or a page of a released version with it.

Beta pages include ''beta-disclaimer.md'', or say in their own words that the
''/beta'' version is subject to change. On a ''v1.0'' page the disclaimer tells
readers not to use what is released; it is left over from copying the page.
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
				p.Report(in.Span, "a page of %s includes the beta disclaimer", p.Meta.Version).Fixes = []diag.Fix{{
					Title: "remove the disclaimer", Safe: true, Edits: p.Replace(in.Span, ""),
				}}
			}
		}
		if p.Meta.Version == "beta" && !included && !disclaims(p.Subject) {
			addDisclaimer(p, p.Report(p.TitleSpan(), "a beta page without the beta disclaimer"))
		}
	},
}

// disclaims reports whether the page says in its own words that beta may
// change, as generated pages do.
func disclaims(p *lint.Subject) bool {
	for i := range p.Blocks {
		if t := p.Blocks[i].Text; strings.Contains(t, "beta") && strings.Contains(t, "subject to change") {
			return true
		}
	}
	return false
}

// addDisclaimer fixes a finding by the include, below the heading or the line
// that states the namespace, where the tree has it.
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
	lint.AddFix(d, true, "include it", p.Edit(page.Span{Start: end, End: end}, nl+nl+"[!INCLUDE [beta-disclaimer]("+file+")]"))
}
