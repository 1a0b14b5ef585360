package client

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// trusts reports whether u's host may see credentials: the base URL's host and
// the allowed ones, never over plain http unless the base URL is plain itself.
func (c *caller) trusts(u *url.URL) bool {
	if u.Scheme != "https" && u.Scheme != c.base.Scheme {
		return false
	}
	if u.Host == c.base.Host && u.Scheme == c.base.Scheme { // nearly always
		return true
	}
	return slices.Contains(c.hosts, hostPort(u))
}

// hostPort gives "name" for the scheme's own port, "name:port" for others.
func hostPort(u *url.URL) string {
	host := normalHost(u.Host)
	if u.Scheme == "http" && u.Port() == "80" {
		return strings.TrimSuffix(host, ":80")
	}
	return host
}

func normalHost(host string) string {
	return strings.TrimSuffix(strings.ToLower(host), ":443")
}

// dropCredentials removes what only the service itself may see.
func dropCredentials(h http.Header) {
	for _, name := range []string{"Authorization", "Proxy-Authorization", "Cookie", "Referer"} {
		h.Del(name)
	}
}

// checkRedirect decides on each redirect; then asks the user's own check, if any.
func (c *caller) checkRedirect(users func(*http.Request, []*http.Request) error) func(*http.Request, []*http.Request) error {
	return func(req *http.Request, via []*http.Request) error {
		if len(via) >= 10 {
			return errors.New("stopped after 10 redirects")
		}
		// net/http turns a redirected PATCH or POST into a GET, whose success
		// would look like the change's. 303 alone asks for that.
		if req.Method != via[0].Method && req.Response.StatusCode != http.StatusSeeOther {
			return http.ErrUseLastResponse
		}
		// net/http keeps Authorization for other ports and for subdomains, and
		// drops it for hosts that were allowed. Once dropped it stays so: a
		// stranger must not choose what is called with the user's token.
		before := via[len(via)-1].Header["Authorization"]
		if before != nil && c.trusts(req.URL) {
			req.Header["Authorization"] = before
		} else {
			dropCredentials(req.Header)
		}
		if users != nil {
			return users(req, via)
		}
		return nil
	}
}
