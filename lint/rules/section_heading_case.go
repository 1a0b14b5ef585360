package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var sectionHeadingCase = &lint.Rule{
	Code:     diag.SectionHeadingCase,
	Severity: diag.Info,
	Manual: `
A section heading in another letter case than the reference's.

Links to a section do not mind, but readers of the source and tools that go by
the heading's text do.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

«## HTTP Request»

'''http
GET /users/{id}
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
`,
	Page: func(p *lint.Pass) {
		if p.Operation == nil {
			return
		}
		for _, s := range p.Sections {
			want := sectionNames[strings.ToLower(s.Text)]
			if s.Level < 2 || want == "" || want == s.Text {
				continue
			}
			at := p.Trim(p.RestOfLine(s.Span.Start))
			d := p.Report(at, "the section is headed %q elsewhere", want)
			if raw := p.Raw(at); strings.HasSuffix(raw, s.Text) {
				d.Fixes = []diag.Fix{{
					Title: "write " + want, Safe: true,
					Edits: p.Replace(page.Span{Start: at.End - len(s.Text), End: at.End}, want),
				}}
			}
		}
	},
}

// sectionNames are the headings of pages of calls, by lower case.
var sectionNames = func() map[string]string {
	names := map[string]string{}
	for _, n := range []string{
		"Permissions", "Prerequisites", "HTTP request", "Path parameters", "Query parameters", "Function parameters",
		"Optional query parameters", "Request headers", "Request body", "Response", "Example", "Examples", "Request", "See also",
	} {
		names[strings.ToLower(n)] = n
	}
	return names
}()
