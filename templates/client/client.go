package client

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// Client calls the service. Make one with [NewClient] and keep it: it holds
// the connections and the token. It may be used by several goroutines.
type Client caller

// caller is what a Client is made as. Generated code gives Client a method for
// each resource, and the names of all methods are in any program that makes a
// value of a type, or one that leads to it: so none is made of Client.
type caller struct {
	root   string // the base URL without a slash at the end
	base   *url.URL
	broken error // what is wrong with the base URL: every call returns it

	follow http.Client // follows redirects, see host.go
	stay   http.Client // shows redirects to the caller
	hosts  []string    // the hosts that may see credentials

	tokens *tokenCache // nil: none are sent
	retry  RetryPolicy
	logger func(Try)
}

// Option changes what [NewClient] makes.
type Option func(*settings)

type settings struct {
	http       *http.Client
	middleware []Middleware
	hosts      []string
	tokens     *tokenCache
	retry      RetryPolicy
	logger     func(Try)
}

// NewClient gives a client for the service at baseURL, such as
// "https://graph.microsoft.com/v1.0". A base URL that cannot be used is
// reported by every call.
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
		return nil, fmt.Errorf("base URL %q is not of the form https://host/path", root)
	}
	return u, nil
}

// WithHTTPClient makes calls with a copy of hc: its transport, time limit and
// cookies. Its CheckRedirect is asked after the client's own rules.
func WithHTTPClient(hc *http.Client) Option {
	return func(s *settings) {
		if hc != nil {
			s.http = hc
		}
	}
}

// WithAllowedHost lets host, "name" or "name:port", have the credentials that
// otherwise only the base URL's host is sent. Links in responses and
// redirects may lead there.
func WithAllowedHost(host string) Option {
	return func(s *settings) { s.hosts = append(s.hosts, normalHost(host)) }
}

// Middleware sees every HTTP exchange, each retry and redirect by itself. It
// calls next.RoundTrip, or answers instead. It may change req's headers.
type Middleware func(req *http.Request, next http.RoundTripper) (*http.Response, error)

// WithMiddleware adds middleware; the first is the outermost.
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
