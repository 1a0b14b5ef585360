package client

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// Client calls the service. Create it with [NewClient] and reuse it: it holds
// the connections and caches the token. It is safe for concurrent use.
type Client caller

// caller is the state of a Client. It is a type of its own for the linker:
// generated code declares a method of Client for each resource, and a program
// that converts a value of type Client to an interface would contain all of
// them. No value of type Client is created, only of type caller.
type caller struct {
	root   string // the base URL without a trailing slash
	base   *url.URL
	broken error // if the base URL is invalid: every call returns this error

	follow http.Client // follows redirects; see host.go
	stay   http.Client // returns redirects to the caller
	hosts  []string    // hosts that may receive credentials

	tokens *tokenCache // nil if no tokens are sent
	retry  RetryPolicy
	logger func(Try)
}

// Option configures a client; see [NewClient].
type Option func(*settings)

type settings struct {
	http       *http.Client
	middleware []Middleware
	hosts      []string
	tokens     *tokenCache
	retry      RetryPolicy
	logger     func(Try)
}

// NewClient returns a client for the service at baseURL, such as
// "https://graph.microsoft.com/v1.0". It must be an http or https URL
// without query or fragment; if it is not, every call returns an error.
//
// Without options, a client uses [http.DefaultClient], sends no token and
// retries failed calls; see [WithRetry].
func NewClient(baseURL string, opts ...Option) *Client {
	s := settings{http: http.DefaultClient, retry: defaultRetry}
	for _, opt := range opts {
		opt(&s)
	}
	c := &caller{tokens: s.tokens, retry: s.retry, logger: s.logger, follow: *s.http}
	c.follow.Transport = chain(s.http.Transport, s.middleware)
	c.follow.CheckRedirect = c.checkRedirect(s.http.CheckRedirect)
	c.stay = c.follow
	c.stay.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

	c.root = strings.TrimRight(baseURL, "/")
	c.base, c.broken = parseBase(c.root)
	if c.broken == nil {
		c.hosts = append(s.hosts, hostPort(c.base))
	}
	return (*Client)(c)
}

func parseBase(root string) (*url.URL, error) {
	u, err := url.Parse(root)
	if err != nil {
		return nil, err
	}
	if u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("invalid base URL %q: it must have the form https://host/path", root)
	}
	return u, nil
}

// WithHTTPClient makes calls with a copy of hc, with its Transport, Timeout and
// Jar. Its CheckRedirect is called for each redirect that the client follows.
// A nil hc changes nothing.
func WithHTTPClient(hc *http.Client) Option {
	return func(s *settings) {
		if hc != nil {
			s.http = hc
		}
	}
}

// WithAllowedHost allows credentials to be sent to host, "name" or "name:port",
// in addition to the base URL's host. Use it if links in responses or redirects
// point to another host of the service.
func WithAllowedHost(host string) Option {
	return func(s *settings) { s.hosts = append(s.hosts, normalHost(host)) }
}

// Middleware handles one HTTP request. It either calls next.RoundTrip or returns
// a response of its own, and may change the headers of req. It is called for
// each try of a call and for each redirect.
type Middleware func(req *http.Request, next http.RoundTripper) (*http.Response, error)

// WithMiddleware adds middleware. The first is the outermost.
func WithMiddleware(m ...Middleware) Option {
	return func(s *settings) { s.middleware = append(s.middleware, m...) }
}

type layer struct {
	handle Middleware
	next   http.RoundTripper
}

func (l layer) RoundTrip(req *http.Request) (*http.Response, error) { return l.handle(req, l.next) }

func chain(last http.RoundTripper, middleware []Middleware) http.RoundTripper {
	if last == nil {
		last = http.DefaultTransport
	}
	for i := len(middleware) - 1; i >= 0; i-- {
		last = layer{middleware[i], last}
	}
	return last
}
