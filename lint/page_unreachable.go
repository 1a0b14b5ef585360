package lint

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

var pageUnreachable = &Rule{
	Code:     diag.PageUnreachable,
	Severity: diag.Info,
	Manual: `
A page that no other page links to and no table of contents lists.

Readers find it by searching only. The files ''toc.yml'', ''toc.md'' and
''toc.json'' anywhere in the tree are read. The rule needs all pages, so that it
is silent when only some are checked.
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
	Page: func(p *Pass) {
		for _, t := range p.targets() {
			if t.file != p.Path {
				p.Files.reach(t.file)
			}
		}
	},
	Tree: func(p *TreePass) {
		if !p.whole || len(p.Spec.Operations)+len(p.Spec.Resources)+len(p.Spec.Others) < 2 {
			return
		}
		p.files.reachFromTOC()
		for i := range p.Spec.Operations {
			p.unreached(&p.Spec.Operations[i].Page)
		}
		for i := range p.Spec.Resources {
			p.unreached(&p.Spec.Resources[i].Page)
		}
	},
}

func (p *TreePass) unreached(pg *ir.Page) {
	if !p.files.isReached(pg.File) {
		p.report(pg.At, "no page links here and no table of contents lists the page")
	}
}
