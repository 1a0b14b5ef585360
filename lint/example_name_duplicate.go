package lint

import "github.com/mdwire/mdwire/diag"

var exampleNameDuplicate = &Rule{
	Name:     "example-name-duplicate",
	Severity: diag.Warning,
	Manual: `
A name that two requests of a page share.

Snippets and tests are filed by the request's name; the second overwrites the
first.
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
	Page: func(p *Pass) {
		first := map[string]diag.Range{}
		for _, e := range p.examples() {
			if e.Name == "" || e.Request == nil {
				continue
			}
			at := p.wholeFirstLine(e.Request.Message)
			if earlier, twice := first[e.Name]; twice {
				d := p.reportAt(at, "another request of the page is named %q", e.Name)
				d.Related = []diag.Related{{At: earlier, Message: "the first one"}}
				continue
			}
			first[e.Name] = at
		}
	},
}
