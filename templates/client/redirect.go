package client

import (
	"context"
	"errors"
	"net/http"
	"slices"
)

// Redirect is the result of a call whose documented response is the URL of the content
// (302). Read the content with [Redirect.Open].
type Redirect struct {
	// Location is an absolute URL, often valid for a short time and for anyone who has
	// it. If the service answered with the content itself, it is the URL of the call.
	Location string

	open func(ctx context.Context, location string, opts []RequestOption) (*Stream, error)
}

// Open downloads the content from Location. The caller must close the stream.
//
// Open sends no credentials to any host: these URLs do not need them and are often on
// hosts of other parties. But if the service answered the call with the content itself,
// Open makes the call again.
//
// Options set headers, such as those that resume a download of which n bytes arrived:
//
//	r.Open(ctx, Header("Range", "bytes="+n+"-"), Header("If-Range", s.ETag))
//
// The new stream has the StatusCode 206 and a ContentRange if it begins there, and 200
// if it begins with the first byte.
func (r *Redirect) Open(ctx context.Context, opts ...RequestOption) (*Stream, error) {
	if r.open == nil {
		return nil, errors.New("cannot open this Redirect: it was not returned by a client")
	}
	return r.open(ctx, r.Location, opts)
}

// redirect makes a call whose response is 302 and does not follow it.
func redirect(ctx context.Context, c *caller, k *call, opts []RequestOption) (*Redirect, error) {
	k.accept, k.stay = acceptAny, true
	resp, err := c.send(ctx, k, opts)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode/100 == 2 && resp.Request.Method == http.MethodGet {
		_ = resp.Body.Close() // the content may be large, and nobody may want it
		return &Redirect{resp.Request.URL.String(), c.reopen(k, opts)}, nil
	}
	drain(resp.Body)
	to, err := resp.Location() // resolves a relative Location
	if err != nil {
		return nil, k.fail(errors.New(resp.Status + ": the response has no valid Location header, but a redirect is documented"))
	}
	open := func(ctx context.Context, location string, opts []RequestOption) (*Stream, error) {
		return stream(ctx, c, &call{op: k.op, link: location, anonymous: true}, opts)
	}
	return &Redirect{to.String(), open}, nil
}

// reopen returns a function that makes a call again for its content.
func (c *caller) reopen(k *call, before []RequestOption) func(context.Context, string, []RequestOption) (*Stream, error) {
	return func(ctx context.Context, _ string, opts []RequestOption) (*Stream, error) {
		again := *k
		again.stay = false
		return stream(ctx, c, &again, slices.Concat(before, opts))
	}
}
