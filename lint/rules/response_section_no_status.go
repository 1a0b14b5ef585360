package rules

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var responseSectionNoStatus = &lint.Rule{
	Code:     diag.ResponseSectionNoStatus,
	Severity: diag.Warning,
	Manual: `
A Response section that names no status code.

What a caller has to check for is the first thing that the section is for. mdwire
falls back on the examples.
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

«## Response»

Returns a user.
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

## Response

Returns ''200 OK'' and a user.
`,
	Page: func(p *lint.Pass) {
		if p.Operation == nil || len(p.Operation.Responses) > 0 {
			return
		}
		for i, s := range p.Sections {
			if s.Level == 2 && s.Slug == "response" && !hasCode(p.Subject, i) {
				p.Report(p.Trim(s.Span), "the section names no status code")
				return
			}
		}
	},
}

// statusCode finds a code in prose.
var statusCode = regexp.MustCompile(`\b[1-5][0-9]{2}\b`)

// hasCode reports whether a section, with those below it, or what it includes
// may name a status code.
func hasCode(p *lint.Subject, section int) bool {
	for i := section; i < len(p.Sections); i++ {
		s := &p.Sections[i]
		if i > section && s.Level <= p.Sections[section].Level {
			break
		}
		for _, b := range s.Blocks {
			if statusCode.MatchString(p.Raw(b.Span)) || strings.Contains(p.Raw(b.Span), "[!INCLUDE") {
				return true
			}
		}
	}
	return false
}
