package server

import (
	"net/http"
	"strings"
)

// Option changes what [New] makes.
type Option func(*settings)

type settings struct {
	authorizer Authorizer
	prefix     string
	bodyLimit  int64
	report     func(*http.Request, error)
}

// defaultBodyLimit is what the service itself takes in one request.
const defaultBodyLimit = 4 << 20

// WithAuthorizer asks a before each call: [PermissionAuthorizer] holds callers to
// the documented permissions. Without this option every call is allowed.
func WithAuthorizer(a Authorizer) Option {
	return func(s *settings) { s.authorizer = a }
}

// WithPrefix serves the routes below prefix, such as "/v1.0": the path of the
// base URL that clients are given.
func WithPrefix(prefix string) Option {
	prefix = strings.Trim(prefix, "/")
	if prefix != "" {
		prefix = "/" + prefix
	}
	return func(s *settings) { s.prefix = prefix }
}

// WithBodyLimit sets how many bytes a request's body may have; the default is
// 4 MiB. A larger body is answered with 413.
func WithBodyLimit(bytes int64) Option {
	return func(s *settings) { s.bodyLimit = bytes }
}

// WithErrorLog has report told of panics, and of errors that are not the
// service's own: callers get 500 for them and do not see their text. Without
// this option they go to the log package's standard logger.
func WithErrorLog(report func(r *http.Request, err error)) Option {
	return func(s *settings) { s.report = report }
}
