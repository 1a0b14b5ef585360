package rules

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var permissionSeparator = &lint.Rule{
	Code:     diag.PermissionSeparator,
	Severity: diag.Warning,
	Manual: `
Permissions are not separated by commas.

A comma separates alternatives. "A and B", "A or B", "A plus B", a semicolon or
a space leave open whether one permission is enough or both are needed. Use
commas. If several permissions are needed together, say so in a sentence above
the table.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|User.Read.All «and» Group.Read.All|
|Application|User.Read.All«;» Group.Read.All|
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|User.Read.All, Group.Read.All|
`,
	Page: func(p *lint.Pass) {
		for _, c := range p.PermissionCells() {
			separator(p, c)
		}
	},
}

// separators matches text between two names that is not a comma or a line break.
var separators = regexp.MustCompile(`(?i)^\s*(and|or|plus|&|;|/|\+|)\s*$`)

// unmarked replaces the marks of emphasis and code with spaces.
var unmarked = strings.NewReplacer("*", " ", "`", " ", "_", " ")

// separator reports the first wrong separator of a cell.
func separator(p *lint.Pass, c *page.Cell) {
	raw := p.Raw(c.Span)
	if strings.Count(raw, ".") < 2 { // each name has at least one
		return
	}
	last, reported := -1, false
	lint.EachPermissionWord(raw, func(start, end int) {
		if reported || !lint.IsScope(raw[start:end]) {
			return
		}
		if last >= 0 {
			reported = between(p, page.Span{Start: c.Span.Start + last, End: c.Span.Start + start})
		}
		last = end
	})
}

// between reports the text between two names if it is a wrong separator.
func between(p *lint.Pass, s page.Span) bool {
	raw := p.Raw(s)
	if strings.Contains(raw, ",") {
		return false
	}
	m := separators.FindStringSubmatchIndex(unmarked.Replace(raw))
	if m == nil {
		return false
	}
	at := page.Span{Start: s.Start + m[2], End: s.Start + m[3]}
	if m[2] == m[3] { // only white space
		at = s
	}
	p.Report(at, "the permissions are separated by %q; expected a comma between alternatives, or a sentence above the table if both are needed", p.Raw(at))
	return true
}
