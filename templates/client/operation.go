package client

import "strings"

// OperationInfo describes a documented operation. Client, server and tests share
// the variables of this type, which are named Op…; do not modify them.
type OperationInfo struct {
	Name        string       // the page's file name without extension, such as "message-move"
	Routes      []RouteInfo  // in the page's order
	Permissions *Permissions // nil if none are documented
	Success     int          // the documented HTTP status of success, such as 201
	Source      string       // the page's path, such as "api-reference/v1.0/api/message-move.md"
}

// RouteInfo is an HTTP method and a path template of an operation.
type RouteInfo struct {
	Method   string // "POST"
	Template string // "/users/{id | userPrincipalName}/messages/{id}/move"
}

// Permissions are the documented permissions of an operation by kind of
// account, the least privileged first. A nil AnyOf means that the operation is
// not supported for that kind of account.
type Permissions struct {
	DelegatedWork     AnyOf // signed-in user, work or school account
	DelegatedPersonal AnyOf // signed-in user, personal account
	Application       AnyOf // no signed-in user
}

// AnyOf is a list of alternatives. Each alternative is a group of permissions
// that are needed together.
type AnyOf [][]string

// String returns the permissions as text, such as
// "delegated (work or school account): Mail.ReadWrite; delegated (personal
// account): not supported; application: Mail.ReadWrite".
func (p *Permissions) String() string {
	if p == nil {
		return "not documented"
	}
	return "delegated (work or school account): " + p.DelegatedWork.String() +
		"; delegated (personal account): " + p.DelegatedPersonal.String() +
		"; application: " + p.Application.String()
}

// String returns the alternatives as text, such as
// "Mail.Read, or User.Read with Group.Read.All".
func (a AnyOf) String() string {
	if len(a) == 0 {
		return "not supported"
	}
	groups := make([]string, len(a))
	for i, group := range a {
		groups[i] = strings.Join(group, " with ")
	}
	return strings.Join(groups, ", or ")
}
