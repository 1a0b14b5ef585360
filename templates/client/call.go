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

// maxJSON bounds what is read of a response that is decoded: far above what
// services send, below what takes a machine down.
const maxJSON = 64 << 20

// call is one call of an operation, as a generated method states it.
type call struct {
	op          *OperationInfo
	line        string     // "GET /users/5": the method, and the path below the base URL; see line
	query       []argument // those that the operation requires
	body        any        // nil, Content, or what is sent as JSON
	contentType string     // the documented one, if it is not the usual

	link      string // to GET, in place of line and query: an address that the service gave
	accept    string // "application/json" when empty
	stay      bool   // a redirect is the answer
	anonymous bool   // no credentials, whatever the host
}

type argument struct{ name, value string }

func (k *call) fail(err error) error { return fmt.Errorf("%s: %w", k.op.Name, err) }

// none makes a call that is answered without content.
func none(ctx context.Context, c *caller, k *call, opts []RequestOption) error {
	resp, err := c.send(ctx, k, opts)
	if err != nil {
		return err
	}
	drain(resp.Body)
	return nil
}

// value makes a call that is answered with a JSON value, and returns v, a
// pointer that the value is decoded into; a response without content leaves it
// as it is. Its type parameter is the pointer, of which compiled code has one
// copy for all types, where it would have one for each type pointed to.
func value[P any](ctx context.Context, c *caller, k *call, opts []RequestOption, v P) (P, error) {
	if err := c.fetch(ctx, k, opts, v); err != nil {
		var none P
		return none, err
	}
	return v, nil
}

// decoder takes a body that is not one JSON value for one Go value.
type decoder interface{ decodeBody(data []byte) error }

// fetch makes a call and decodes the response into the value that v points to.
// It is apart from value so that there is one copy of it for all types.
func (c *caller) fetch(ctx context.Context, k *call, opts []RequestOption, v any) error {
	resp, err := c.send(ctx, k, opts)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	buf := buffers.Get().(*bytes.Buffer)
	defer release(buf)
	if n, err := buf.ReadFrom(io.LimitReader(resp.Body, maxJSON+1)); err != nil {
		return k.fail(err)
	} else if n > maxJSON {
		return k.fail(errors.New("response is too large"))
	}
	if buf.Len() == 0 {
		return nil
	}
	if err := decode(buf.Bytes(), v); err != nil {
		return k.fail(fmt.Errorf("%s response of type %q is not as documented: %w",
			resp.Status, resp.Header.Get("Content-Type"), err))
	}
	return nil
}

func decode(data []byte, v any) error {
	switch v := v.(type) {
	case decoder:
		return v.decodeBody(data)
	case json.Unmarshaler: // spares encoding/json's search for the value's end
		return v.UnmarshalJSON(data)
	}
	return json.Unmarshal(data, v)
}

// buffers are for bodies that are decoded at once; decoding copies from them.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func release(buf *bytes.Buffer) {
	if buf.Cap() <= 1<<20 {
		buf.Reset()
		buffers.Put(buf)
	}
}
