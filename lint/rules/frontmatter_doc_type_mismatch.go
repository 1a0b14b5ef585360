package rules

import (
	"path"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var frontmatterDocTypeMismatch = &lint.Rule{
	Code:     diag.FrontmatterDocTypeMismatch,
	Severity: diag.Warning,
	Manual: `
A ''doc_type'' that contradicts the folder of the page.

A page of a call below ''api'' that says ''resourcePageType'' is filed among the
types by tools that go by the key. mdwire goes by the folder and the sections.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
---
doc_type: «resourcePageType»
---

# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
---
doc_type: apiPageType
---

# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
`,
	Page: func(p *lint.Pass) {
		f := p.Front.Field("doc_type")
		if f == nil {
			return
		}
		is := map[string]string{"apiPageType": "api", "resourcePageType": "resources", "enumPageType": "resources"}[f.Value]
		in := path.Base(path.Dir(p.Path))
		if is != "" && is != in && (in == "api" || in == "resources") {
			p.Report(f.Span, "doc_type %s on a page in the folder %q", f.Value, in)
		}
	},
}
