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
A section heading differs from the standard heading in letter case.

Links to the section still work, but readers and tools that search for the
standard heading miss it. Use the standard heading.
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
		if !p.DocumentsCall() {
			return
		}
		for _, s := range p.Sections {
			want := sectionNames[strings.ToLower(s.Text)]
			if s.Level < 2 || want == "" || want == s.Text {
				continue
			}
			at := p.Trim(p.RestOfLine(s.Span.Start))
			d := p.Report(at, "the heading differs from the standard heading %q in letter case", want)
			if raw := p.Raw(at); strings.HasSuffix(raw, s.Text) {
				d.Fixes = []diag.Fix{{
					Title: "change the heading to " + want, Safe: true,
					Edits: p.Replace(page.Span{Start: at.End - len(s.Text), End: at.End}, want),
				}}
			}
		}
	},
}

// sectionNames maps the headings of operation pages in lower case to their
// standard form.
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
