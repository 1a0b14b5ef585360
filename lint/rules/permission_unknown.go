package rules

import (
	"maps"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var permissionUnknown = &lint.Rule{
	Code:     diag.PermissionUnknown,
	Severity: diag.Error,
	Manual: `
A permission does not exist.

A request for it is refused. If the configuration has a list of all permissions
(''permissions-file''), every name that is not in the list is reported. Without
a list, a name on one or two pages is reported if a frequent name differs from
it only in letter case, a dot or a typing error. Correct the name.
`,
	Bad: `
-- api-reference/v1.0/api/user-0.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
-- api-reference/v1.0/api/user-1.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
-- api-reference/v1.0/api/user-2.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
-- api-reference/v1.0/api/user-3.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
-- api-reference/v1.0/api/user-4.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
-- api-reference/v1.0/api/user-typo.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|«User.Raed.All»|

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
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
-- api-reference/v1.0/api/user-list.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|Directory.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
`,
	Tree: func(p *lint.TreePass) {
		uses := permissionUses(p)
		known := lint.NewKnownPermissions(countPages(uses), p.Settings.Permissions)
		for _, name := range slices.Sorted(maps.Keys(uses)) {
			if meant, wrong := known.Judge(name); wrong {
				for _, u := range uses[name] {
					unknownPermission(p, u, name, meant)
				}
			}
		}
	},
}

// permissionUse is a row of a page that names a permission.
type permissionUse struct {
	page string
	row  *ir.Permission
}

// permissionUses returns the rows that contain each name.
func permissionUses(p *lint.TreePass) map[string][]permissionUse {
	uses := map[string][]permissionUse{}
	for i := range p.Spec.Operations {
		op := &p.Spec.Operations[i]
		for k := range op.Permissions {
			row := &op.Permissions[k]
			for _, name := range row.Scopes() {
				if us := uses[name]; len(us) == 0 || us[len(us)-1].row.At != row.At {
					uses[name] = append(us, permissionUse{op.File, row})
				}
			}
		}
	}
	return uses
}

func unknownPermission(p *lint.TreePass, u permissionUse, name, meant string) {
	at := u.row.At
	for _, m := range u.row.Mentions {
		if m.Name == name {
			at, _ = m.At.In(u.row.At, name)
			break
		}
	}
	hint := ""
	if meant != "" {
		hint = "; did you mean \"" + meant + "\"?"
	}
	what := "is unknown"
	if p.Settings.Permissions == nil {
		what = "occurs on few pages and is probably misspelled"
	}
	d := p.Report(at, "the permission %q %s%s", name, what, hint)
	d.SetPage(u.page)
}

// countPages counts the pages that name each permission.
func countPages(uses map[string][]permissionUse) map[string]int {
	pages := make(map[string]int, len(uses))
	for name, us := range uses {
		for i, u := range us {
			if i == 0 || us[i-1].page != u.page {
				pages[name]++
			}
		}
	}
	return pages
}
