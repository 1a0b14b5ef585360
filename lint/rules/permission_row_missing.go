package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var permissionRowMissing = &lint.Rule{
	Code:     diag.PermissionRowMissing,
	Severity: diag.Warning,
	Manual: `
A permissions table lacks one of the three rows.

The table has a row for work accounts, one for personal accounts and one for
applications. A missing row leaves open whether the operation supports that
kind. Add the row; write "Not supported." if there is no permission.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

«|Permission type|Permissions (from least to most privileged)|»
|:---|:---|
|Application|User.Read.All|

## HTTP request

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
|Delegated (work or school account)|User.Read.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
`,
	Page: func(p *lint.Pass) {
		permissions := p.Permissions()
		if len(permissions) == 0 {
			return
		}
		have := map[ir.PermissionKind]bool{}
		for _, perm := range permissions {
			have[perm.Kind] = true
		}
		var missing []string
		for _, k := range []ir.PermissionKind{ir.DelegatedWork, ir.DelegatedPersonal, ir.Application} {
			if !have[k] {
				missing = append(missing, kindNames[k])
			}
		}
		if len(missing) > 0 {
			noun := "row"
			if len(missing) > 1 {
				noun = "rows"
			}
			p.ReportAt(permissionHeader(p, permissions[0].At), "the permissions table lacks the %s for %s", noun, strings.Join(missing, " and "))
		}
	},
}

var kindNames = map[ir.PermissionKind]string{
	ir.DelegatedWork:     "work or school accounts",
	ir.DelegatedPersonal: "personal accounts",
	ir.Application:       "applications",
}

// permissionHeader returns the range of the header of the table with the row at a
// range.
func permissionHeader(p *lint.Pass, at diag.Range) diag.Range {
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Table != nil && at.Path == p.Path && at.Start.Offset >= b.Span.Start && at.Start.Offset < b.Span.End {
			return p.Range(p.Trim(p.RestOfLine(b.Span.Start)))
		}
	}
	return at
}
