package lint

import (
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

var betaDisclaimer = &Rule{
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
	Page: func(p *Pass) {
		if !p.isReference() {
			return
		}
		included := false
		for _, in := range p.Includes {
			if path.Base(in.Path) != "beta-disclaimer.md" {
				continue
			}
			included = true
			if p.Meta.Version != "beta" && p.Meta.Version != "" {
				p.report(in.Span, "a page of %s includes the beta disclaimer", p.Meta.Version).Fixes = []diag.Fix{{
					Title: "remove the disclaimer", Safe: true, Edits: p.replace(in.Span, ""),
				}}
			}
		}
		if p.Meta.Version == "beta" && !included && !p.disclaims() {
			p.addDisclaimer(p.report(p.titleSpan(), "a beta page without the beta disclaimer"))
		}
	},
}

// disclaims reports whether the page says in its own words that beta may
// change, as generated pages do.
func (p *Subject) disclaims() bool {
	for i := range p.Blocks {
		if t := p.Blocks[i].Text; strings.Contains(t, "beta") && strings.Contains(t, "subject to change") {
			return true
		}
	}
	return false
}

// addDisclaimer fixes a finding by the include, below the heading or the line
// that states the namespace, where the tree has it.
func (p *Pass) addDisclaimer(d *diag.Diagnostic) {
	const file = "../../includes/beta-disclaimer.md"
	i := p.Title()
	if i < 0 || p.Files.find(path.Join(path.Dir(p.Path), file)) == "" {
		return
	}
	end := p.Sections[i].Span.End
	if bs := p.Sections[i].Blocks; len(bs) > 0 && strings.HasPrefix(bs[0].Text, "Namespace:") && !strings.Contains(bs[0].Text, "\n") {
		end = bs[0].Span.End
	}
	end = p.line(end).End
	nl := p.newline()
	fix(d, true, "include it", p.edit(page.Span{Start: end, End: end}, nl+nl+"[!INCLUDE [beta-disclaimer]("+file+")]"))
}
