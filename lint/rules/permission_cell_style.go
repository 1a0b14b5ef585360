package rules

import (
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var permissionCellStyle = &lint.Rule{
	Code:     diag.PermissionCellStyle,
	Severity: diag.Info,
	Manual: `
A list of permissions ends with a comma or a period.

A comma at the end suggests that a name is missing. Only a sentence such as "Not
supported." ends with a period. Remove the character.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All«.»|
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|
|Delegated (personal Microsoft account)|Not supported.|
`,
	Page: func(p *lint.Pass) {
		for _, c := range p.PermissionCells() {
			raw := strings.TrimRight(p.Raw(c.Span), " \t")
			last := len(raw) - 1
			if last < 0 || raw[last] != '.' && raw[last] != ',' || !endsInName(raw[:last]) {
				continue
			}
			at := page.Span{Start: c.Span.Start + last, End: c.Span.Start + last + 1}
			d := p.Report(at, "the list of permissions ends with %q; expected a permission name", raw[last:])
			d.AddFix(true, fmt.Sprintf("remove the final %q", raw[last:]), p.Edit(at, ""))
		}
	},
}

// endsInName reports whether the last word of a cell is a permission's name.
func endsInName(text string) bool {
	f := strings.Fields(text)
	return len(f) > 0 && lint.IsScope(strings.Trim(f[len(f)-1], ","))
}
