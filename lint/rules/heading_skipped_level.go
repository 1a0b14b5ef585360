package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var headingSkippedLevel = &lint.Rule{
	Code:     diag.HeadingSkippedLevel,
	Severity: diag.Info,
	Manual: `
A heading skips a level.

Tables of contents and screen readers rely on the levels; a gap looks like a
missing heading. Use at most one level more than the previous heading.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Example

«#### Request»
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Example

### Request

## See also
`,
	Page: func(p *lint.Pass) {
		level := 0
		for _, s := range p.Sections {
			if level > 0 && s.Level > level+1 {
				p.Report(p.Trim(p.RestOfLine(s.Span.Start)), "the heading has level %d after a heading of level %d; expected level %d or less", s.Level, level, level+1)
			}
			if s.Level > 0 {
				level = s.Level
			}
		}
	},
}
