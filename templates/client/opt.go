package client

import "encoding/json"

// Opt is a property of an update: unset (it is not sent, and stays as it is),
// set by [Set], or null by [Null].
type Opt[T any] struct {
	state optState
	value T
}

type optState uint8

const (
	isNull optState = iota + 1
	isSet
)

// Set gives a property that is to become v.
func Set[T any](v T) Opt[T] { return Opt[T]{isSet, v} }

// Null gives a property that is to be cleared.
func Null[T any]() Opt[T] { return Opt[T]{state: isNull} }

// Get gives the value; false when the property is unset or null.
func (o Opt[T]) Get() (T, bool) { return o.value, o.state == isSet }

// IsNull reports whether the property is to be cleared.
func (o Opt[T]) IsNull() bool { return o.state == isNull }

// IsZero reports whether the property is unset, for encoding/json's omitzero.
func (o Opt[T]) IsZero() bool { return o.state == 0 }

// MarshalJSON writes the value, or null.
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if o.state != isSet {
		return []byte("null"), nil
	}
	return json.Marshal(o.value)
}

// UnmarshalJSON reads a value, or null.
func (o *Opt[T]) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*o = Null[T]()
		return nil
	}
	*o = Opt[T]{state: isSet}
	return json.Unmarshal(data, &o.value)
}
