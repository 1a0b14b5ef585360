package client

import (
	"context"
	"errors"
)

// Redirect is the answer of a call that only says where the content is.
type Redirect struct {
	Location string // often an address that is itself the permission to read, for a short time

	open func(ctx context.Context, location string) (*Stream, error)
}

// Open fetches the content from Location. It sends no credentials, whatever
// the host: such an address needs none, and often is another party's.
func (r *Redirect) Open(ctx context.Context) (*Stream, error) {
	if r.open == nil {
		return nil, errors.New("redirect was not given by a client")
	}
	return r.open(ctx, r.Location)
}

// redirect makes a call that is answered with 302, and does not follow it.
func redirect(ctx context.Context, c *caller, k *call, opts []RequestOption) (*Redirect, error) {
	k.accept, k.stay = "*/*", true
	resp, err := c.send(ctx, k, opts)
	if err != nil {
		return nil, err
	}
	drain(resp.Body)
	to, err := resp.Location() // resolves a relative Location
	if err != nil {
		return nil, k.fail(errors.New(resp.Status + " where the docs say that a redirect comes"))
	}
	open := func(ctx context.Context, location string) (*Stream, error) {
		return stream(ctx, c, &call{op: k.op, link: location, anonymous: true}, nil)
	}
	return &Redirect{to.String(), open}, nil
}
