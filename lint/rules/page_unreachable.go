package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var pageUnreachable = &lint.Rule{
	Code:     diag.PageUnreachable,
	Severity: diag.Info,
	Manual: `
No other page and no table of contents links to the page.

Readers can only find it by searching. Link to it, or add it to a table of
contents. mdwire reads all files ''toc.yml'', ''toc.md'' and ''toc.json'' in the
tree. The rule needs all pages and reports nothing if only some are checked.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

-- api-reference/v1.0/api/user-list.md --
«# List users»

See [Get user](user-get.md).

## HTTP request

'''http
GET /users
'''
`,
	Good: `
-- api-reference/v1.0/toc.yml --
items:
- name: List users
  href: api/user-list.md

-- api-reference/v1.0/api/user-get.md --
# Get user

See [List users](user-list.md).

## HTTP request

'''http
GET /users/{id}
'''

-- api-reference/v1.0/api/user-list.md --
# List users

See [Get user](user-get.md).

## HTTP request

'''http
GET /users
'''
`,
	Page: func(p *lint.Pass) {
		for _, t := range p.Targets() {
			if t.File != p.Path {
				p.Files.MarkReached(t.File)
			}
		}
	},
	Tree: func(p *lint.TreePass) {
		if !p.Whole || len(p.Spec.Operations)+len(p.Spec.Resources)+len(p.Spec.Others) < 2 {
			return
		}
		p.Files.MarkFromTOC()
		for i := range p.Spec.Operations {
			unreached(p, &p.Spec.Operations[i].Page)
		}
		for i := range p.Spec.Resources {
			unreached(p, &p.Spec.Resources[i].Page)
		}
	},
}

func unreached(p *lint.TreePass, pg *ir.Page) {
	if !p.Files.IsReached(pg.File) {
		p.Report(pg.At, "no page and no table of contents links to this page")
	}
}
