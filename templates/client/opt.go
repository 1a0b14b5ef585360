package client

import "encoding/json"

// Opt is a property of an update: unset (it is not sent, and stays as it is),
// set by [Set], or null by [Null].
//
// The zero Opt is unset. What it holds are fields, since the compiler writes
// each method anew for each of hundreds of types; for the same reason it cannot
// be compared with ==, nor can updates.
type Opt[T any] struct {
	_      noCompare
	Value  T
	IsSet  bool // the property becomes Value, be it zero
	IsNull bool // the property is cleared
}

// Set gives a property that is to become v.
func Set[T any](v T) Opt[T] { return Opt[T]{Value: v, IsSet: true} }

// Null gives a property that is to be cleared.
func Null[T any]() Opt[T] { return Opt[T]{IsNull: true} }

// MarshalJSON writes the value, or null.
//
//go:noinline
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if o.IsNull {
		return []byte("null"), nil
	}
	return json.Marshal(o.Value)
}

// UnmarshalJSON reads a value, or null.
//
//go:noinline
func (o *Opt[T]) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*o = Null[T]()
		return nil
	}
	*o = Opt[T]{IsSet: true}
	return json.Unmarshal(data, &o.Value)
}
