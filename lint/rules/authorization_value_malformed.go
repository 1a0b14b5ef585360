package rules

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var authorizationValueMalformed = &lint.Rule{
	Code:     diag.AuthorizationValueMalformed,
	Severity: diag.Warning,
	Manual: `
The value of an Authorization header is not a bearer token.

The value is the word Bearer followed by the token. "Bearer. Required." tells
readers to send only the word. Write ''Bearer {token}. Required.''
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

## Request headers

|Name|Description|
|:---|:---|
|Authorization|«Bearer. Required.»|
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

## Request headers

|Name|Description|
|:---|:---|
|Authorization|Bearer {token}. Required.|
`,
	Page: func(p *lint.Pass) {
		if !p.DocumentsCall() {
			return
		}
		for _, s := range p.Sections {
			if !strings.HasPrefix(s.Slug, "request-header") {
				continue
			}
			for _, b := range s.Blocks {
				if b.Table != nil {
					authorizationValues(p, b.Table)
				}
			}
		}
	},
}

// bearer matches a bearer token in a cell, in braces or angle brackets.
var bearer = regexp.MustCompile("(?i)bearer\\s*`?\\\\?(\\{|<|&lt;)[^}>&]*token")

func authorizationValues(p *lint.Pass, t *page.Table) {
	for _, r := range t.Rows {
		if len(r.Cells) < 2 || !lint.IsAuthorization(r.Cells) || bearer.MatchString(p.Raw(r.Span)) {
			continue
		}
		at := p.Trim(r.Cells[len(r.Cells)-1].Span)
		if raw := p.Raw(at); raw != "" {
			d := p.Report(at, "the value of Authorization is %s; expected \"Bearer {token}\"", lint.QuoteShort(raw))
			d.AddFix(true, "write \"Bearer {token}\"", p.Edit(at, withBearer(raw)))
		}
	}
}

// otherBearer matches the word bearer and the placeholder after it, if any.
var otherBearer = regexp.MustCompile(`(?i)\bbearer\b(\s*(\\?\{[^}]*\}|&lt;.*?&gt;|<[^>]*>|\w*\}))?`)

// withBearer writes the token into a value. It keeps other remarks, for example
// that the header is required.
func withBearer(value string) string {
	const right = "Bearer {token}"
	switch m := otherBearer.FindStringIndex(value); {
	case m != nil:
		return value[:m[0]] + right + value[m[1]:]
	case strings.Contains(value, "equired"):
		return right + ". Required."
	}
	return right
}
