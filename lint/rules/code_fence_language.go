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
A request or response in a code block that is not marked as HTTP.

Without ''http'' the block is shown without colours, and tools have to guess from
its text what it is.
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
				d := p.Report(at, "the block is not marked \"http\"")
				lint.AddFix(d, true, "mark it", p.Edit(page.Span{Start: at.End, End: at.End}, "http"))
			default:
				d := p.Report(p.Trim(f.InfoSpan), "the block holds HTTP and is marked %q", f.Info)
				lint.AddFix(d, true, "mark it", p.Edit(p.Trim(f.InfoSpan), "http"))
			}
		}
	},
}

// firstOfMessage is how a request or a response begins.
var firstOfMessage = regexp.MustCompile(`^\s*(HTTP/\d|(GET|POST|PUT|PATCH|DELETE) (https?:/)?/)`)

func startsMessage(content string) bool { return firstOfMessage.MatchString(content) }
