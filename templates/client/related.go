package client

import (
	"bytes"
	"encoding/json"
)

// Related is a relationship. A response contains it if it was requested with
// [Expand]; read it with [Expanded]. To send a relationship in a body, make it
// with [Relate].
//
// Related holds the JSON as received until Expanded decodes it, so that a
// program contains code only for the relationships that it reads.
type Related[T any] struct{ related }

// Relate returns a relationship to v for a request body.
func Relate[T any](v T) Related[T] { return Related[T]{related{given: v}} }

// Expanded returns the related value. It returns the zero T if the relationship
// is missing from the response or null, and an error if its JSON is not a T.
//
//	attachments, err := Expanded(message.Attachments)
//
// It is not a method because the compiler would copy that for each of hundreds
// of types.
func Expanded[T any](r Related[T]) (T, error) {
	var v T
	err := r.decode(&v)
	return v, err
}

// related is a separate type so that its methods are compiled once, not once per
// type.
type related struct {
	_        noCompare
	received json.RawMessage
	given    any
}

// MarshalJSON encodes the value passed to [Relate], or the JSON as received.
//
//go:noinline
func (r related) MarshalJSON() ([]byte, error) {
	if r.given != nil {
		return json.Marshal(r.given)
	}
	return r.received.MarshalJSON()
}

// UnmarshalJSON keeps any JSON unchanged.
//
//go:noinline
func (r *related) UnmarshalJSON(data []byte) error {
	*r = related{received: bytes.Clone(data)}
	return nil
}

func (r related) decode(v any) error {
	data, err := r.MarshalJSON()
	if err != nil {
		return err
	}
	return json.Unmarshal(data, v)
}
