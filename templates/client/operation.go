package client

import (
	"slices"
	"strconv"
	"strings"
)

// OperationInfo describes a documented operation. Client, server and tests share
// the variables of this type, which are named Op…; do not modify them.
type OperationInfo struct {
	Name        string       // the page's file name without extension, such as "message-move"
	Routes      []RouteInfo  // in the page's order
	Permissions *Permissions // nil if none are documented
	Success     int          // the documented HTTP status of success, such as 201
	Envelope    *Envelope    // of a response that is a page of a list; nil if it has the form of OData
	Source      string       // the page's path, such as "api-reference/v1.0/api/message-move.md"
}

// Envelope names the members of a page of a list in a service that does not have
// those of OData.
type Envelope struct {
	List     string // has the values, such as "items"; empty means "value"
	NextLink string // has the URL of the next page; empty means "@odata.nextLink"
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

	// Contexts are set if the permissions depend on the route, or if a call needs
	// those of several contexts. The other fields are nil then.
	Contexts []PermissionContext
}

// PermissionContext is the permissions for a part of what an operation does, such
// as calls for other users.
type PermissionContext struct {
	Name   string // from the page, such as "Permissions acting on others"
	Routes []int  // the indexes in the operation's Routes of the routes that need the permissions

	DelegatedWork     AnyOf
	DelegatedPersonal AnyOf
	Application       AnyOf
}

// PermissionContexts are contexts that apply together: a call must satisfy each.
type PermissionContexts []PermissionContext

// AnyOf is a list of alternatives. Each alternative is a group of permissions
// that are needed together.
type AnyOf [][]string

// On returns the permissions that a call of a route needs. route is an index in
// the operation's Routes. The result is empty if none are documented.
func (p *Permissions) On(route int) PermissionContexts {
	if p == nil {
		return nil
	}
	if len(p.Contexts) == 0 {
		return PermissionContexts{{
			Routes: []int{route}, DelegatedWork: p.DelegatedWork, DelegatedPersonal: p.DelegatedPersonal, Application: p.Application,
		}}
	}
	var on PermissionContexts
	for _, c := range p.Contexts {
		if slices.Contains(c.Routes, route) {
			on = append(on, c)
		}
	}
	return on
}

// String returns the permissions as text, such as
// "delegated (work or school account): Mail.ReadWrite; delegated (personal
// account): not supported; application: Mail.ReadWrite".
func (p *Permissions) String() string {
	if p != nil && len(p.Contexts) > 0 {
		return PermissionContexts(p.Contexts).String()
	}
	return p.On(0).String()
}

// String returns the permissions as text, with the names of the contexts.
func (cs PermissionContexts) String() string {
	if len(cs) == 0 {
		return "not documented"
	}
	texts := make([]string, len(cs))
	for i, c := range cs {
		texts[i] = c.String()
	}
	return strings.Join(texts, "; and ")
}

// String returns the permissions as text.
func (c PermissionContext) String() string {
	text := "delegated (work or school account): " + c.DelegatedWork.String() +
		"; delegated (personal account): " + c.DelegatedPersonal.String() +
		"; application: " + c.Application.String()
	if c.Name != "" {
		return strconv.Quote(c.Name) + ": " + text
	}
	return text
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
