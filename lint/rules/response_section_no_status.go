package rules

import (
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var responseSectionNoStatus = &lint.Rule{
	Code:     diag.ResponseSectionNoStatus,
	Severity: diag.Warning,
	Manual: `
The Response section names no status code.

Readers look in this section for the code to check in their clients. Write it,
for example ''200 OK''. mdwire uses the status codes of the examples instead.
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
		if len(p.Operations) != 1 || statesStatus(&p.Operations[0]) {
			return
		}
		for i, s := range p.Sections {
			if s.Level == 2 && s.Slug == "response" && !hasCode(p.Subject, i) {
				p.Report(p.Trim(s.Span), "the Response section names no status code; expected a code such as \"200 OK\"")
				return
			}
		}
	},
}

// statesStatus reports whether a Response section of a page states a status. The other
// responses are those of examples.
func statesStatus(op *ir.Operation) bool {
	return slices.ContainsFunc(op.Responses, func(r ir.Response) bool {
		return r.Status != 0 && !slices.ContainsFunc(op.Examples, func(ex ir.Example) bool {
			return ex.Response != nil && ex.Response.At == r.At
		})
	})
}

// statusCode matches a code in prose.
var statusCode = regexp.MustCompile(`\b[1-5][0-9]{2}\b`)

// hasCode reports whether a section or its subsections name a status code, or
// include a file that may name one.
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
