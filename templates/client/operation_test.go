package client

import "testing"

func TestPermissions(t *testing.T) {
	one := &Permissions{DelegatedWork: AnyOf{{"A.Read"}, {"B.Read", "C.Read"}}}
	const oneText = "delegated (work or school account): A.Read, or B.Read with C.Read; delegated (personal account): not supported; application: not supported"
	equal(t, one.String(), oneText)
	equal(t, one.On(3).String(), oneText)
	several := &Permissions{Contexts: []PermissionContext{
		{Name: "self", Routes: []int{0}, DelegatedWork: AnyOf{{"A.Read"}}},
		{Name: "others", Routes: []int{1, 2}, Application: AnyOf{{"A.Read.All"}}},
		{Name: "notes", Routes: []int{2}, Application: AnyOf{{"B.Read.All"}}},
	}}
	for route, names := range [][]string{{"self"}, {"others"}, {"others", "notes"}, nil} {
		on := several.On(route)
		equal(t, len(on), len(names))
		for i, name := range names {
			equal(t, on[i].Name, name)
		}
	}
	equal(t, several.On(3).String(), "not documented")
	equal(t, several.On(2).String(), `"others": delegated (work or school account): not supported; delegated (personal account): not supported; application: A.Read.All`+
		`; and "notes": delegated (work or school account): not supported; delegated (personal account): not supported; application: B.Read.All`)
	var none *Permissions
	equal(t, len(none.On(0)), 0)
	equal(t, none.String(), "not documented")
	op := &OperationInfo{Name: "note-get", Permissions: several}
	equal(t, (&Error{StatusCode: 403, Operation: op, Route: 1}).Error(), "note-get: 403 Forbidden; documented permissions: "+several.On(1).String())
}
