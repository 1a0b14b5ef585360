package rules

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var permissionOrder = &lint.Rule{
	Code:     diag.PermissionOrder,
	Severity: diag.Warning,
	Manual: `
The order of permissions contradicts the table's header.

If the header says "from least to most privileged", readers who want to grant as
little as possible take the first name, and so does mdwire. Swap the names. Only
names that differ in ''Read'' and ''ReadWrite'' are compared, because their
order is certain. The rule also respects the header "from most to least
privileged".
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.ReadWrite.All, «User.Read.All»|

## HTTP request

'''http
GET /users/{id}
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from most to least privileged)|
|:---|:---|
|Application|User.ReadWrite.All, User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
`,
	Page: func(p *lint.Pass) {
		var table *page.Table
		var least, known bool
		for _, perm := range p.Permissions() {
			t, _ := p.TableAt(perm.At)
			if t == nil || perm.Least > 0 {
				continue
			}
			if t != table {
				table = t
				least, known = lint.LeastFirst(t)
			}
			if known {
				checkPermissionOrder(p, perm, least)
			}
		}
	},
}

// checkPermissionOrder reports the first pair of a row that is in the wrong order.
func checkPermissionOrder(p *lint.Pass, perm ir.Permission, least bool) {
	names := singles(perm)
	if !least {
		slices.Reverse(names) // the parser puts the least privileged first
	}
	earlier := map[string]string{} // name that must not follow → name that precludes it
	for _, name := range names {
		key := name
		if !least {
			key = readOf(name)
		}
		if first := earlier[key]; first != "" {
			places := p.PermissionSpans(perm)
			d := p.ReportAt(p.PermissionRange(perm, places[name], 0),
				"%q comes after %q, but the header says \"from %s privileged\"", name, first, direction(least))
			if len(places[name]) == 1 && len(places[first]) == 1 {
				d.AddFix(false, "swap the two names", p.Edit(places[first][0], name), p.Edit(places[name][0], first))
			}
			return
		}
		if least {
			key = readOf(name)
		} else {
			key = name
		}
		if key != "" {
			earlier[key] = name
		}
	}
}

// singles returns the permissions that suffice alone. The order within a group
// has no meaning.
func singles(perm ir.Permission) []string {
	var names []string
	for _, group := range perm.AnyOf {
		if len(group) == 1 {
			names = append(names, group[0])
		}
	}
	return names
}

// readOf returns the Read permission for a ReadWrite permission, "" for other
// permissions.
func readOf(name string) string {
	before, after, ok := strings.Cut(name, ".ReadWrite")
	if !ok || after != "" && after[0] != '.' {
		return ""
	}
	return before + ".Read" + after
}

func direction(least bool) string {
	if least {
		return "least to most"
	}
	return "most to least"
}
