package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var sectionDuplicate = &lint.Rule{
	Code:     diag.SectionDuplicate,
	Severity: diag.Warning,
	Manual: `
A page has two sections with the same heading.

Readers cannot tell which of two ''## Response'' sections is right, and links
lead to the first one. Merge the sections, or rename one. Subsections may
repeat: every example has a ''### Request''.
`,
	Bad: `
# Get user

## Response

Returns ''200 OK''.

«## Response»

Returns ''204 No Content''.
`,
	Good: `
# Get user

## Response

Returns ''200 OK''.

## Examples

### Response

### Response
`,
	Page: func(p *lint.Pass) {
		first := map[string]int{}
		for i, s := range p.Sections {
			if s.Level != 2 || s.Text == "" {
				continue
			}
			key := strings.ToLower(strings.Join(strings.Fields(s.Text), " "))
			j, ok := first[key]
			if !ok {
				first[key] = i
				continue
			}
			d := p.Report(p.Trim(s.Span), "the page already has a section %q", s.Text)
			d.Related = []diag.Related{{At: p.Range(p.Trim(p.Sections[j].Span)), Message: "the first section is here"}}
		}
	},
}
