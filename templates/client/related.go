package client

import (
	"bytes"
	"encoding/json"
)

// Related is a relationship. A response holds it when it was asked for with
// [Expand]; the function [Expanded] reads it then. It is kept as it was received
// until that is called, and a program has code only for the relationships that
// it reads. The function [Relate] makes one to send.
type Related[T any] struct{ related }

// Relate gives a relationship for a body to be sent.
func Relate[T any](v T) Related[T] { return Related[T]{related{given: v}} }

// Expanded gives what is related: the zero T when it was not asked for, or is null.
//
//	attachments, err := Expanded(message.Attachments)
//
// It is no method of Related since the compiler would write that for each of
// hundreds of types.
func Expanded[T any](r Related[T]) (T, error) {
	var v T
	err := r.decode(&v)
	return v, err
}

// related is apart from Related so that there is one copy of its methods for
// all types.
type related struct {
	_        noCompare
	received json.RawMessage
	given    any
}

// MarshalJSON writes what was received, or what [Relate] was given.
//
//go:noinline
func (r related) MarshalJSON() ([]byte, error) {
	if r.given != nil {
		return json.Marshal(r.given)
	}
	return r.received.MarshalJSON()
}

// UnmarshalJSON keeps any JSON as it is.
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
