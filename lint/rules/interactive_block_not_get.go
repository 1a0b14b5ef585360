package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var interactiveBlockNotGet = &lint.Rule{
	Code:     diag.InteractiveBlockNotGET,
	Severity: diag.Info,
	Manual: `
A request in an interactive block is not a GET.

''msgraph-interactive'' adds a button to the block that sends the request. A GET
changes nothing on the server, but other requests do. Mark them as ''http''.
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
'''«msgraph-interactive»
POST https://graph.microsoft.com/v1.0/users/1
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
'''msgraph-interactive
GET https://graph.microsoft.com/v1.0/users/1
'''

<!-- { "blockType": "response" } -->
'''http
HTTP/1.1 204 No Content
'''
`,
	Page: func(p *lint.Pass) {
		for i := range p.Blocks {
			f := p.Blocks[i].Fence
			if f == nil || strings.TrimSpace(f.Info) != "msgraph-interactive" {
				continue
			}
			if method, _, _ := strings.Cut(strings.TrimSpace(f.Content), " "); method != "GET" {
				at := p.Trim(f.InfoSpan)
				d := p.Report(at, "the interactive block starts with %s; expected \"GET\"", lint.QuoteShort(method))
				d.AddFix(true, "mark the block as http", p.Edit(at, "http"))
			}
		}
	},
}
