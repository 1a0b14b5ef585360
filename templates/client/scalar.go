package client

import (
	"bytes"
	"context"
	"encoding/json"
)

// scalar makes a call whose response is one primitive value.
func scalar[T any](ctx context.Context, c *caller, k *call, opts []RequestOption) (T, error) {
	var v T
	k.accept = acceptScalar
	err := c.fetch(ctx, k, opts, scalarBody{&v})
	return v, err
}

// scalarBody decodes the forms in which services send a primitive value:
// {"value": 5}, 5, and plain text.
type scalarBody struct{ into any }

func (s scalarBody) decodeBody(data []byte) error {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff"))) // responses of $count start with a byte order mark
	var object struct {
		Value json.RawMessage `json:"value"`
	}
	if json.Unmarshal(data, &object) == nil && object.Value != nil {
		data = object.Value
	}
	err := json.Unmarshal(data, s.into)
	if err == nil {
		return nil
	}
	text, _ := json.Marshal(string(data)) // encoding a string cannot fail
	if json.Unmarshal(text, s.into) == nil {
		return nil
	}
	return err
}
