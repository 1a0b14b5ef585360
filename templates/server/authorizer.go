package server

import (
	"context"
	"net/http"
	"slices"
	"strings"

	client "github.com/mdwire/mdwire/templates/client"
)

// Authorizer decides whether a call is allowed, before its body is read. See
// [PermissionAuthorizer].
type Authorizer interface {
	// Authorize returns nil to allow the call. An error is sent to the client
	// in the same way as the error of a handler.
	Authorize(ctx context.Context, r *http.Request, op *client.OperationInfo) error
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
	// Personal reports whether the signed-in user has a personal account.
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
// documented for the operation and the kind of account. Otherwise the response is
// 401 if there are no claims, and 403 if there are; its message lists the
// required permissions.
type PermissionAuthorizer struct {
	// AllowUndocumented allows operations without documented permissions to
	// every caller with claims. By default, they are denied.
	AllowUndocumented bool
}

// Authorize implements [Authorizer].
func (p PermissionAuthorizer) Authorize(ctx context.Context, _ *http.Request, op *client.OperationInfo) error {
	claims, ok := ClaimsFrom(ctx)
	switch {
	case !ok:
		return failure(http.StatusUnauthorized, "unauthenticated", "Authentication is missing. Required permissions: "+op.Permissions.String()+".")
	case op.Permissions == nil && p.AllowUndocumented, claims.suffice(op.Permissions):
		return nil
	}
	return failure(http.StatusForbidden, "accessDenied", "Access denied to "+claims.kind()+". Required permissions: "+op.Permissions.String()+".")
}

func (c Claims) suffice(p *client.Permissions) bool {
	switch {
	case p == nil:
		return false
	case len(c.Scopes) == 0:
		return holdsAny(c.Roles, p.Application)
	case c.Personal:
		return holdsAny(c.Scopes, p.DelegatedPersonal)
	}
	return holdsAny(c.Scopes, p.DelegatedWork)
}

func (c Claims) kind() string {
	switch {
	case len(c.Scopes) == 0:
		return "this application"
	case c.Personal:
		return "this personal account"
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
		if !slices.ContainsFunc(held, func(h string) bool { return strings.EqualFold(h, name) }) {
			return false
		}
	}
	return len(group) > 0
}
