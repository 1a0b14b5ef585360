package client

import (
	"context"
	"errors"
	"net/http"
)

// The default Accept headers of calls by their kind of result. Scalars are JSON or
// text.
const (
	acceptJSON   = "application/json"
	acceptScalar = "application/json, text/plain"
	acceptAny    = "*/*"
)

// newRequest returns the request of a try, without the token.
func (c *caller) newRequest(ctx context.Context, k *call, body *payload, opts []RequestOption) (*http.Request, error) {
	if c.broken != nil {
		return nil, c.broken
	}
	method, address, err := c.address(k, opts)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return nil, err
	}
	req.Header["Accept"] = []string{firstNonEmpty(k.accept, acceptJSON)}
	body.attach(req)
	for _, a := range k.header {
		if a.value == "" {
			return nil, errors.New("the argument for the required header " + a.name + " is empty")
		}
		req.Header.Set(a.name, a.value)
	}
	for _, opt := range opts {
		opt.setHeader(req.Header)
	}
	if k.anonymous || !c.trusts(req.URL) {
		dropCredentials(req.Header)
	}
	return req, nil
}

// address returns the method and URL of a call.
func (c *caller) address(k *call, opts []RequestOption) (method, address string, err error) {
	if k.link != "" {
		u, err := c.base.Parse(k.link)
		if err != nil {
			return "", "", err
		}
		return firstNonEmpty(k.method, http.MethodGet), u.String(), nil
	}
	route := k.op.Routes[k.route]
	path, err := pathOf(route.Template, k.args)
	if err != nil {
		return "", "", err
	}
	return route.Method, c.root + path + queryText(k.query, opts), nil
}
