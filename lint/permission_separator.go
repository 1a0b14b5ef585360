package lint

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

var permissionSeparator = &Rule{
	Name:     "permission-separator",
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
	Page: func(p *Pass) {
		for _, c := range p.permissionCells() {
			p.separator(c)
		}
	},
}

// separators are what parts two names and is no comma, nor the end of a line.
var separators = regexp.MustCompile(`(?i)^\s*(and|or|plus|&|;|/|\+|)\s*$`)

// separator reports the first of a cell: one list has one meaning.
func (p *Pass) separator(c *page.Cell) {
	raw := p.Raw(c.Span)
	end := -1
	for _, m := range permissionName.FindAllStringIndex(raw, -1) {
		if !isScope(raw[m[0]:m[1]]) {
			continue
		}
		if end >= 0 {
			between := strings.NewReplacer("*", " ", "`", " ", "_", " ").Replace(raw[end:m[0]])
			if s := separators.FindStringSubmatchIndex(between); s != nil {
				at := page.Span{Start: c.Span.Start + end + s[2], End: c.Span.Start + end + s[3]}
				if at.Start == at.End { // a blank
					at = page.Span{Start: c.Span.Start + end, End: c.Span.Start + m[0]}
				}
				p.report(at, "permissions are parted by %q; a comma parts alternatives, and what is needed together is told in a sentence", p.Raw(at))
				return
			}
		}
		end = m[1]
	}
}
