package rules

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var permissionDuplicate = &lint.Rule{
	Code:     diag.PermissionDuplicate,
	Severity: diag.Warning,
	Manual: `
A row of a permissions table lists the same permission twice.

Often one of the two should be another permission, for example
''User.ReadWrite'' in place of ''User.Read''. Correct or remove the second. A
permission may be in several groups of permissions that are needed together.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All, Group.Read.All, «User.Read.All»|

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
|Application|User.Read.All, User.Read, User.ReadWrite.All|

## HTTP request

'''http
GET /users/{id}
'''
`,
	Page: func(p *lint.Pass) {
		for _, perm := range p.Permissions() {
			checkPermissionDuplicate(p, perm)
		}
	},
}

// checkPermissionDuplicate reports each duplicate name once.
func checkPermissionDuplicate(p *lint.Pass, perm ir.Permission) {
	var places map[string][]page.Span
	alone, before := map[string]int{}, map[string]int{}
	for _, group := range perm.AnyOf {
		if len(group) == 1 {
			name := group[0]
			if alone[name]++; alone[name] == 2 {
				if places == nil {
					places = p.PermissionSpans(perm)
				}
				if !inOtherCase(p, places[name], before[name]) {
					d := p.ReportAt(p.PermissionRange(perm, places[name], before[name]), "the row lists the permission %q twice", name)
					dropName(p, d, places[name], before[name])
				}
			}
		}
		for _, name := range group {
			before[name]++
		}
	}
}

// inOtherCase reports whether a line break separates the n-th of the places from
// the previous one. A cell may have one list for each kind of resource.
func inOtherCase(p *lint.Pass, places []page.Span, n int) bool {
	return n > 0 && n < len(places) && lineBreak.Match(p.Src[places[n-1].End:places[n].Start])
}

var lineBreak = regexp.MustCompile(`(?i)</?br\s*/?>`)

// dropName adds a fix that removes a name and the comma before it.
func dropName(p *lint.Pass, d *diag.Diagnostic, places []page.Span, n int) {
	if n >= len(places) {
		return
	}
	at := places[n]
	before := strings.TrimRight(string(p.Src[:at.Start]), " ")
	if strings.HasSuffix(before, ",") {
		d.AddFix(true, "remove the duplicate", p.Edit(page.Span{Start: len(before) - 1, End: at.End}, ""))
	}
}
