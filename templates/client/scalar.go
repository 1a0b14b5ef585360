package client

import (
	"bytes"
	"context"
	"encoding/json"
)

// scalar makes a call that is answered with one primitive value.
func scalar[T any](ctx context.Context, c *caller, k *call, opts []RequestOption) (T, error) {
	var v T
	k.accept = "application/json, text/plain"
	err := c.fetch(ctx, k, opts, scalarBody{&v})
	return v, err
}

// scalarBody takes the forms in which services send a primitive:
// {"value": 5}, 5, and text that is not JSON.
type scalarBody struct{ into any }

func (s scalarBody) decodeBody(data []byte) error {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff"))) // $count comes with a byte order mark
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
	text, _ := json.Marshal(string(data)) // a string always encodes
	if json.Unmarshal(text, s.into) == nil {
		return nil
	}
	return err
}
