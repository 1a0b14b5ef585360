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
The ''doc_type'' of the page does not match its folder.

Tools that read the key put an operation page in the folder ''api'' among the
types if its ''doc_type'' is ''resourcePageType''. mdwire looks at the folder
and the sections instead. Correct the value, or move the page.
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
			p.Report(f.Span, "the doc_type %q does not match the folder %q of the page", f.Value, in)
		}
	},
}
