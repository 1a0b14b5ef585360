package client

import "encoding/json"

// Opt is a property of an update body. It is one of three: unset, so that it is
// not sent and the service does not change it; a value, made by [Set]; or null,
// made by [Null]. The zero Opt is unset. Opts and update bodies cannot be
// compared with ==.
type Opt[T any] struct {
	// The state is in exported fields because the compiler copies each method
	// for each of hundreds of types; == would be such a method too.

	_      noCompare
	Value  T
	IsSet  bool // Value is sent, even if it is zero
	IsNull bool // null is sent
}

// Set returns a property with the value v.
func Set[T any](v T) Opt[T] { return Opt[T]{Value: v, IsSet: true} }

// Null returns a property that clears its value.
func Null[T any]() Opt[T] { return Opt[T]{IsNull: true} }

// MarshalJSON encodes the value or null.
//
//go:noinline
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if o.IsNull {
		return []byte("null"), nil
	}
	return json.Marshal(o.Value)
}

// UnmarshalJSON decodes a value or null.
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
