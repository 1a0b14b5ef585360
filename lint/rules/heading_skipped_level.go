package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var headingSkippedLevel = &lint.Rule{
	Code:     diag.HeadingSkippedLevel,
	Severity: diag.Info,
	Manual: `
A heading more than one level below the one before it.

Tables of contents and screen readers go by the levels: a gap reads as if a
heading were missing.
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
				p.Report(p.Trim(p.RestOfLine(s.Span.Start)), "heading of level %d below one of level %d", s.Level, level)
			}
			if s.Level > 0 {
				level = s.Level
			}
		}
	},
}
