package server

import (
	"context"
	"net/http"
	"slices"

	client "github.com/mdwire/mdwire/templates/client"
)

// Authorizer decides whether a call is allowed, before its body is read. See
// [PermissionAuthorizer].
type Authorizer interface {
	// Authorize returns nil to allow the call. An error is sent to the client
	// in the same way as the error of a handler. route is the index in op.Routes of
	// the route that matched; op.Permissions.On(route) has its permissions.
	Authorize(ctx context.Context, r *http.Request, op *client.OperationInfo, route int) error
}

// Claims are the claims of a verified token. Verify the token in a handler that
// wraps the one returned by [New], and add the claims to the context of the
// request with [WithClaims].
type Claims struct {
	// Subject identifies the caller ("sub" or "oid"). Handlers use it for
	// paths that start with /me.
	Subject string
	// Scopes are the delegated permissions ("scp") of a call on behalf of a
	// signed-in user. If there are any, Roles are ignored.
	Scopes []string
	// Roles are the application permissions ("roles").
	Roles []string
	// Personal reports whether the signed-in user has a personal account. If it
	// is set, Roles are ignored too.
	Personal bool
}

type claimsKey struct{}

// WithClaims returns a copy of ctx with the claims.
func WithClaims(ctx context.Context, c Claims) context.Context {
	return context.WithValue(ctx, claimsKey{}, c)
}

// ClaimsFrom returns the claims in ctx. ok is false if there are none.
func ClaimsFrom(ctx context.Context) (c Claims, ok bool) {
	c, ok = ctx.Value(claimsKey{}).(Claims)
	return c, ok
}

// PermissionAuthorizer is an [Authorizer] that allows a call if the [Claims] in
// its context include one of the permissions, or groups of permissions, that are
// documented for the route and the kind of account, in each context that applies
// to the route. Otherwise the response is 401 if there are no claims, and 403 if
// there are; its message lists the required permissions.
type PermissionAuthorizer struct {
	// AllowUndocumented allows operations without documented permissions to
	// every caller with claims. By default, they are denied.
	AllowUndocumented bool
}

// Authorize implements [Authorizer].
func (p PermissionAuthorizer) Authorize(ctx context.Context, _ *http.Request, op *client.OperationInfo, route int) error {
	claims, ok := ClaimsFrom(ctx)
	needed := op.Permissions.On(route)
	switch {
	case !ok:
		return failure(http.StatusUnauthorized, "unauthenticated", "Authentication is missing. Required permissions: "+needed.String()+".")
	case op.Permissions == nil && p.AllowUndocumented, claims.suffice(needed):
		return nil
	}
	return failure(http.StatusForbidden, "accessDenied", "Access denied to "+claims.kind()+". Required permissions: "+needed.String()+".")
}

// suffice reports whether the claims satisfy every context. It returns false if
// there are none, so that missing documentation allows nothing.
func (c Claims) suffice(needed client.PermissionContexts) bool {
	for _, context := range needed {
		if !c.satisfy(&context) {
			return false
		}
	}
	return len(needed) > 0
}

func (c Claims) satisfy(p *client.PermissionContext) bool {
	switch {
	case c.Personal:
		return holdsAny(c.Scopes, p.DelegatedPersonal)
	case len(c.Scopes) == 0:
		return holdsAny(c.Roles, p.Application)
	}
	return holdsAny(c.Scopes, p.DelegatedWork)
}

func (c Claims) kind() string {
	switch {
	case c.Personal:
		return "this personal account"
	case len(c.Scopes) == 0:
		return "this application"
	}
	return "this work or school account"
}

func holdsAny(held []string, alternatives client.AnyOf) bool {
	return slices.ContainsFunc(alternatives, func(group []string) bool { return holdsAll(held, group) })
}

// holdsAll reports whether held includes all permissions of group. It returns
// false for an empty group, so that missing documentation allows nothing.
func holdsAll(held, group []string) bool {
	for _, name := range group {
		if !slices.ContainsFunc(held, func(h string) bool { return sameFold(h, name) }) {
			return false
		}
	}
	return len(group) > 0
}
