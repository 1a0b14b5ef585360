package client

import "strings"

// OperationInfo describes a call as its page documents it. Variables of this
// type, named Op…, are shared by client, server and tests; do not change them.
type OperationInfo struct {
	Name        string       // the page's file name, such as "message-move"
	Routes      []RouteInfo  // in the page's order
	Permissions *Permissions // nil when the page documents none
	Success     int          // the documented status, such as 201
	Source      string       // the page, such as "api-reference/v1.0/api/message-move.md"
}

// RouteInfo is one of the method and path templates that lead to an operation.
type RouteInfo struct {
	Method   string // "POST"
	Template string // "/users/{id | userPrincipalName}/messages/{id}/move"
}

// Permissions are the documented permissions for a call by kind of account,
// the least privileged first. A nil AnyOf means that the call does not support
// that kind.
type Permissions struct {
	DelegatedWork     AnyOf // signed-in user, work or school account
	DelegatedPersonal AnyOf // signed-in user, personal account
	Application       AnyOf // no signed-in user
}

// AnyOf lists alternatives, each one a group of permissions needed together.
type AnyOf [][]string

// String gives the permissions as a sentence part, such as
// "delegated (work or school account): Mail.ReadWrite; application: not supported".
func (p *Permissions) String() string {
	if p == nil {
		return "not documented"
	}
	return "delegated (work or school account): " + p.DelegatedWork.String() +
		"; delegated (personal account): " + p.DelegatedPersonal.String() +
		"; application: " + p.Application.String()
}

// String gives the alternatives as text, such as "Mail.Read, or User.Read with Group.Read.All".
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
