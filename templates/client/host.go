package client

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// trusts reports whether credentials may be sent to u: its host must be the base
// URL's host or allowed, and its scheme https or that of the base URL.
func (c *caller) trusts(u *url.URL) bool {
	if u.Scheme != "https" && u.Scheme != c.base.Scheme {
		return false
	}
	if u.Host == c.base.Host && u.Scheme == c.base.Scheme { // the common case, without allocation
		return true
	}
	return slices.Contains(c.hosts, hostPort(u))
}

// hostPort returns "name" for the scheme's default port, "name:port" for others.
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

// dropCredentials removes the headers that only the service itself may receive.
func dropCredentials(h http.Header) {
	for _, name := range []string{"Authorization", "Proxy-Authorization", "Cookie", "Referer"} {
		h.Del(name)
	}
}

// checkRedirect returns a function for http.Client.CheckRedirect that applies the
// client's rules and then calls users, the user's own function, if any.
func (c *caller) checkRedirect(users func(*http.Request, []*http.Request) error) func(*http.Request, []*http.Request) error {
	return func(req *http.Request, via []*http.Request) error {
		if len(via) >= 10 {
			return errors.New("stopped after 10 redirects")
		}
		// net/http turns a redirected PATCH or POST into a GET, and its success
		// would look like the success of the change. Only 303 asks for a GET.
		if req.Method != via[0].Method && req.Response.StatusCode != http.StatusSeeOther {
			return http.ErrUseLastResponse
		}
		// net/http keeps Authorization for other ports and subdomains, and drops
		// it for allowed hosts, so it is set here. Once dropped, it is not added
		// again: another host must not choose the URL that the token is sent to.
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
