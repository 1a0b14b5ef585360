package client

import (
	"context"
	"errors"
	"net/http"
	"strings"
)

// unsendable marks a path that has an argument which no path can hold:
// sending refuses it.
const unsendable = "\x00"

// newRequest gives the request of the first try, without its token.
func (c *Client) newRequest(ctx context.Context, k *call, opts []RequestOption) (*http.Request, *payload, error) {
	if c.broken != nil {
		return nil, nil, c.broken
	}
	address, err := c.address(k, opts)
	if err != nil {
		return nil, nil, err
	}
	body, err := k.payload()
	if err != nil {
		return nil, nil, err
	}
	req, err := http.NewRequestWithContext(ctx, k.method, address, nil)
	if err != nil {
		return nil, nil, err
	}
	req.Header["Accept"] = []string{firstNonEmpty(k.accept, "application/json")}
	body.attach(req)
	for _, opt := range opts {
		opt.setHeader(req.Header)
	}
	if k.anonymous || !c.trusts(req.URL) {
		dropCredentials(req.Header)
	}
	return req, body, nil
}

// address gives the URL of a call.
func (c *Client) address(k *call, opts []RequestOption) (string, error) {
	if k.link != "" {
		u, err := c.base.Parse(k.link)
		if err != nil {
			return "", err
		}
		return u.String(), nil
	}
	if k.path == "" {
		return "", errors.New("no route was chosen")
	}
	if strings.Contains(k.path, unsendable) {
		return "", errors.New(`a path argument is empty, ".", "..", or not text`)
	}
	if len(k.query) == 0 && len(opts) == 0 {
		return c.root + k.path, nil
	}
	var b strings.Builder
	b.WriteString(c.root)
	b.WriteString(k.path)
	writeQuery(&b, k.query, opts)
	return b.String(), nil
}
