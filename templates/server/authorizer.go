package server

import (
	"context"
	"net/http"
	"slices"
	"strings"

	client "github.com/mdwire/mdwire/templates/client"
)

// Authorizer decides on a call before its body is read. The error that it
// returns is answered like a handler's; nil allows the call.
type Authorizer interface {
	Authorize(ctx context.Context, r *http.Request, op *client.OperationInfo) error
}

// Claims is what a verified token says. Verify tokens in a handler around the
// one that [New] gives, and put the claims into the context with [WithClaims].
type Claims struct {
	// Subject is who calls ("sub" or "oid"): for handlers, as that of /me.
	Subject string
	// Scopes are the delegated permissions ("scp"): a signed-in user's call.
	// If there are any, Roles do not count.
	Scopes []string
	// Roles are the application permissions ("roles").
	Roles []string
	// Personal says that the signed-in user has a personal account.
	Personal bool
}

type claimsKey struct{}

// WithClaims gives a context that holds the claims.
func WithClaims(ctx context.Context, c Claims) context.Context {
	return context.WithValue(ctx, claimsKey{}, c)
}

// ClaimsFrom gives the claims that the context holds.
func ClaimsFrom(ctx context.Context) (c Claims, ok bool) {
	c, ok = ctx.Value(claimsKey{}).(Claims)
	return c, ok
}

// PermissionAuthorizer allows a call whose claims hold one of the permissions,
// or groups of permissions, that the call's page documents for the kind of
// account. Without claims it answers 401, without permission 403; the message
// names what would be needed.
type PermissionAuthorizer struct {
	// AllowUndocumented allows calls whose pages document no permissions, to
	// whoever has claims.
	AllowUndocumented bool
}

// Authorize implements [Authorizer].
func (p PermissionAuthorizer) Authorize(ctx context.Context, _ *http.Request, op *client.OperationInfo) error {
	claims, ok := ClaimsFrom(ctx)
	switch {
	case !ok:
		return failure(http.StatusUnauthorized, "unauthenticated", "Credentials are needed. Permissions: "+op.Permissions.String()+".")
	case op.Permissions == nil && p.AllowUndocumented, claims.suffice(op.Permissions):
		return nil
	}
	return failure(http.StatusForbidden, "accessDenied", "Not allowed to "+claims.kind()+". Permissions: "+op.Permissions.String()+".")
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

// holdsAll is false for an empty group: nothing documented allows nothing.
func holdsAll(held, group []string) bool {
	for _, name := range group {
		if !slices.ContainsFunc(held, func(h string) bool { return strings.EqualFold(h, name) }) {
			return false
		}
	}
	return len(group) > 0
}
