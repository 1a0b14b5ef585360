package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
)

// maxJSON limits the size of a response that is decoded, in bytes. It is far
// above the size of real responses and protects the program's memory. The error
// in fetch repeats it.
const maxJSON = 64 << 20

// call is one call of an operation. Generated methods fill the first group of
// fields.
type call struct {
	op *OperationInfo
	position
	query       []argument // the required query parameters
	header      []argument // the required headers
	body        any        // nil, Content, or a value that is sent as JSON
	contentType string     // the documented type of the body; empty means the default
	later       **Accepted // is set if the response is 202; nil if only a value is documented

	link      string // a URL from a response; if set, it is called instead of the route and query
	method    string // of a link; "GET" if empty
	accept    string // "application/json" if empty
	stay      bool   // a redirect is the result and is not followed
	anonymous bool   // sends no credentials to any host

	refused refusal // the token that the service refused
}

// position is where a call goes. The places of a method return it.
type position struct {
	route int      // the index in the operation's Routes
	args  []string // of the route's path
}

// with adds the arguments of a function at the end of the path.
func (p position) with(args ...string) position {
	p.args = append(p.args[:len(p.args):len(p.args)], args...)
	return p
}

type argument struct{ name, value string }

func (k *call) fail(err error) error { return fmt.Errorf("%s: %w", k.op.Name, err) }

// none makes a call whose response has no content.
func none(ctx context.Context, c *caller, k *call, opts []RequestOption) error {
	resp, err := c.send(ctx, k, opts)
	if err != nil {
		return err
	}
	drain(resp.Body)
	return nil
}

// value makes a call whose response is a JSON value, decodes it into v, a
// pointer, and returns v. An empty response leaves v unchanged. The type
// parameter is the pointer type because the compiler shares one copy of the
// code between all pointer types.
func value[P any](ctx context.Context, c *caller, k *call, opts []RequestOption, v P) (P, error) {
	if err := c.fetch(ctx, k, opts, v); err != nil || k.later != nil && *k.later != nil {
		var none P
		return none, err
	}
	return v, nil
}

// decoder is implemented by values that decode a response body in their own way.
type decoder interface{ decodeBody(data []byte) error }

// source is where the pages of a list come from: a call, whose response is the first
// page.
type source struct {
	call  call
	fetch fetch
}

// fetch makes a call and decodes the response into the value that v points to.
// A source holds this function instead of the client because the linker
// keeps the methods of all types that a generic type refers to.
type fetch func(ctx context.Context, k *call, v any) error

func (c *caller) with(opts []RequestOption) fetch {
	return func(ctx context.Context, k *call, v any) error { return c.fetch(ctx, k, opts, v) }
}

// pager is a page of any type.
type pager interface {
	// in sets the envelope of the page.
	in(e *Envelope)
	// next returns where to store the source of the next page, nil on the last page.
	next() **source
}

// fetch makes a call and decodes the response into the value that v points to.
// It is not part of value so that it is compiled once, not once per type.
func (c *caller) fetch(ctx context.Context, k *call, opts []RequestOption, v any) error {
	resp, err := c.send(ctx, k, opts)
	if err != nil || k.isLater(resp) {
		return err
	}
	defer resp.Body.Close()
	buf := buffers.Get().(*bytes.Buffer)
	defer release(buf)
	if n, err := buf.ReadFrom(io.LimitReader(resp.Body, maxJSON+1)); err != nil {
		return k.fail(err)
	} else if n > maxJSON {
		return k.fail(errors.New("response is larger than 64 MiB"))
	}
	if buf.Len() == 0 {
		return nil
	}
	p, isPage := v.(pager)
	if isPage {
		p.in(k.op.Envelope)
	}
	if err := decode(buf.Bytes(), v); err != nil {
		return k.fail(fmt.Errorf("decoding the %s response of type %q: %w",
			resp.Status, resp.Header.Get("Content-Type"), err))
	}
	if isPage {
		if s := p.next(); s != nil {
			*s = &source{*k, c.with(opts)}
		}
	}
	return nil
}

func decode(data []byte, v any) error {
	switch v := v.(type) {
	case decoder:
		return v.decodeBody(data)
	case json.Unmarshaler: // saves encoding/json a scan for the end of the value
		return v.UnmarshalJSON(data)
	}
	return json.Unmarshal(data, v)
}

// buffers hold response bodies while they are decoded. Decoding copies all that
// it keeps, so a buffer can be reused afterwards.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func release(buf *bytes.Buffer) {
	if buf.Cap() <= 1<<20 {
		buf.Reset()
		buffers.Put(buf)
	}
}
