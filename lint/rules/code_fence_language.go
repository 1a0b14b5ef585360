package rules

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var codeFenceLanguage = &lint.Rule{
	Code:     diag.CodeFenceLanguage,
	Severity: diag.Info,
	Manual: `
The code block of a request or response is not marked as HTTP.

Without ''http'' the block has no syntax highlighting, and tools have to guess
its content. Write ''http'' after the opening fence.
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
«'''»
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
`,
	Page: func(p *lint.Pass) {
		for i := range p.Blocks {
			f := p.Blocks[i].Fence
			if f == nil || f.Indented || !startsMessage(f.Content) {
				continue
			}
			switch info, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(f.Info)), " "); info {
			case "http", "msgraph-interactive", "msgraph":
			case "":
				at := p.Trim(p.RestOfLine(p.Blocks[i].Span.Start))
				d := p.Report(at, "the code block contains HTTP but has no language; expected \"http\"")
				d.AddFix(true, "mark the block as http", p.Edit(page.Span{Start: at.End, End: at.End}, "http"))
			default:
				d := p.Report(p.Trim(f.InfoSpan), "the code block contains HTTP but has the language %q; expected \"http\"", f.Info)
				d.AddFix(true, "mark the block as http", p.Edit(p.Trim(f.InfoSpan), "http"))
			}
		}
	},
}

// firstOfMessage matches the start of a request or a response.
var firstOfMessage = regexp.MustCompile(`^\s*(HTTP/\d|(GET|POST|PUT|PATCH|DELETE) (https?:/)?/)`)

func startsMessage(content string) bool { return firstOfMessage.MatchString(content) }
