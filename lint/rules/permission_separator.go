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
Permissions that something else than a comma parts.

Commas part alternatives. "A and B", "A or B", "A plus B", a semicolon or a mere
blank leave open whether one of the two will do or both are needed. Where both
are, say so in a sentence above the table.
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

// separators are what parts two names and is no comma, nor the end of a line.
var separators = regexp.MustCompile(`(?i)^\s*(and|or|plus|&|;|/|\+|)\s*$`)

// unmarked puts blanks for the marks of emphasis and code.
var unmarked = strings.NewReplacer("*", " ", "`", " ", "_", " ")

// separator reports the first of a cell: one list has one meaning.
func separator(p *lint.Pass, c *page.Cell) {
	raw := p.Raw(c.Span)
	if strings.Count(raw, ".") < 2 { // two names have two
		return
	}
	last, told := -1, false
	lint.EachPermissionWord(raw, func(start, end int) {
		if told || !lint.IsScope(raw[start:end]) {
			return
		}
		if last >= 0 {
			told = between(p, page.Span{Start: c.Span.Start + last, End: c.Span.Start + start})
		}
		last = end
	})
}

// between reports what stands between two names unless it is a comma.
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
	if m[2] == m[3] { // a blank
		at = s
	}
	p.Report(at, "permissions are parted by %q; a comma parts alternatives, and what is needed together is told in a sentence", p.Raw(at))
	return true
}
