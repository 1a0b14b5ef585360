package server

import (
	"net/http"
	"strings"
)

// Option configures the handler that [New] returns.
type Option func(*settings)

type settings struct {
	authorizer Authorizer
	prefix     string
	bodyLimit  int64
	report     func(*http.Request, error)
}

// defaultBodyLimit is the limit of the real service, in bytes.
const defaultBodyLimit = 4 << 20

// WithAuthorizer asks a whether a call is allowed, before each call. Use
// [PermissionAuthorizer] to enforce the documented permissions. Without this
// option every call is allowed.
func WithAuthorizer(a Authorizer) Option {
	return func(s *settings) { s.authorizer = a }
}

// WithPrefix serves the routes below prefix, such as "/v1.0". It is the path of
// the clients' base URL.
func WithPrefix(prefix string) Option {
	prefix = strings.Trim(prefix, "/")
	if prefix != "" {
		prefix = "/" + prefix
	}
	return func(s *settings) { s.prefix = prefix }
}

// WithBodyLimit sets the maximum size of a request body in bytes. The default is
// 4 MiB. The response to a larger body is 413.
func WithBodyLimit(bytes int64) Option {
	return func(s *settings) { s.bodyLimit = bytes }
}

// WithErrorLog calls report for panics and for handler errors other than *Error of
// the client package. The client receives status 500 without the text of the
// error. Without this option, they are logged with the standard logger of
// package log.
func WithErrorLog(report func(r *http.Request, err error)) Option {
	return func(s *settings) { s.report = report }
}
