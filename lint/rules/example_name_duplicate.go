package rules

import (
	"path"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var exampleNameDuplicate = &lint.Rule{
	Code:     diag.ExampleNameDuplicate,
	Severity: diag.Warning,
	Manual: `
Two requests of a page, or of a version, have the same name.

Snippets and tests are stored under the name of the request, so the second
overwrites the first. Rename one of the requests. mdwire offers no automatic fix
because the files stored under the old name have to be renamed too.
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
GET /users/{id}
'''

## Example

<!-- {
  "blockType": "request",
  "name": "get_user"
} -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

<!-- { "blockType": "response" } -->
'''http
HTTP/1.1 204 No Content
'''

## Example

<!-- {
  "blockType": "request",
  "name": "get_user"
} -->
'''http
«GET https://graph.microsoft.com/v1.0/users/1»
'''

<!-- { "blockType": "response" } -->
'''http
HTTP/1.1 204 No Content
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
'''

## Example

<!-- {
  "blockType": "request",
  "name": "get_user"
} -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

<!-- { "blockType": "response" } -->
'''http
HTTP/1.1 204 No Content
'''

## Example

<!-- {
  "blockType": "request",
  "name": "get_user_2"
} -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

<!-- { "blockType": "response" } -->
'''http
HTTP/1.1 204 No Content
'''
`,
	Page: func(p *lint.Pass) {
		first := map[string]diag.Range{}
		for _, e := range p.Examples() {
			if e.Name == "" || e.Request == nil {
				continue
			}
			at := p.FirstLine(e.Request.Message)
			if earlier, twice := first[e.Name]; twice {
				d := p.ReportAt(at, "the name %q is already used by another request on this page", e.Name)
				d.Related = []diag.Related{{At: earlier, Message: "first used here"}}
				continue
			}
			first[e.Name] = at
		}
	},
	Tree: func(p *lint.TreePass) {
		type key struct{ version, name string }
		first := map[key]*ir.Operation{}
		for i := range p.Spec.Operations {
			op := &p.Spec.Operations[i]
			own := map[string]bool{}
			for k := range op.Examples {
				e := &op.Examples[k]
				if e.Name == "" || e.Request == nil || own[e.Name] {
					continue
				}
				own[e.Name] = true
				earlier := first[key{op.Version, e.Name}]
				if earlier == nil {
					first[key{op.Version, e.Name}] = op
					continue
				}
				d := p.Report(startLine(e.Request), "the name %q is already used by a request in %s", e.Name, path.Base(earlier.File))
				d.Related = []diag.Related{{At: earlier.At, Message: "first used on this page"}}
			}
		}
	},
}

// startLine returns the range of a request's method and URL.
func startLine(r *ir.Request) diag.Range {
	if r.URLAt.IsZero() {
		return r.At
	}
	at := r.MethodAt.In(r.At)
	at.End = r.URLAt.In(r.At).End
	return at
}
