package client

import (
	"context"
	"errors"
)

// Redirect is the result of a call whose response is the URL of the content
// (302). Read the content with [Redirect.Open].
type Redirect struct {
	Location string // an absolute URL, often valid for a short time and for anyone who has it

	open func(ctx context.Context, location string) (*Stream, error)
}

// Open downloads the content from Location. The caller must close the stream.
// Open sends no credentials to any host: these URLs do not need them and are
// often on hosts of other parties.
func (r *Redirect) Open(ctx context.Context) (*Stream, error) {
	if r.open == nil {
		return nil, errors.New("cannot open this Redirect: it was not returned by a client")
	}
	return r.open(ctx, r.Location)
}

// redirect makes a call whose response is 302 and does not follow it.
func redirect(ctx context.Context, c *caller, k *call, opts []RequestOption) (*Redirect, error) {
	k.accept, k.stay = acceptAny, true
	resp, err := c.send(ctx, k, opts)
	if err != nil {
		return nil, err
	}
	drain(resp.Body)
	to, err := resp.Location() // resolves a relative Location
	if err != nil {
		return nil, k.fail(errors.New(resp.Status + ": the response has no valid Location header, but a redirect is documented"))
	}
	open := func(ctx context.Context, location string) (*Stream, error) {
		return stream(ctx, c, &call{op: k.op, link: location, anonymous: true}, nil)
	}
	return &Redirect{to.String(), open}, nil
}
