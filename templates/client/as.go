package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// As converts a value to a derived type. The result has the properties that
// the value was decoded from and the changes made to it since:
//
//	file, err := As[FileAttachment](attachment)
//
// As returns an error if the @odata.type of v is neither T's type nor derived
// from it, and if v is nil or a property missing from the response. A value
// without @odata.type is accepted. v may also be a property whose type is not
// documented (json.RawMessage), and T may be map[string]any or json.RawMessage.
func As[T any](v any) (*T, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	if string(data) == "null" {
		return nil, errors.New("no value to convert: it is nil, null or missing from the response")
	}
	as := new(T)
	if derived, ok := any(as).(typed); ok {
		var named struct {
			Type string `json:"@odata.type"`
		}
		if err := json.Unmarshal(data, &named); err != nil {
			return nil, err
		}
		if name := withHash(named.Type); name != "#" && !slices.Contains(derived.odataTypes(), name) {
			return nil, fmt.Errorf("value is a %s, not a %s", name, derived.odataTypes()[0])
		}
	}
	if err := json.Unmarshal(data, as); err != nil {
		return nil, err
	}
	return as, nil
}

func withHash(name string) string { return "#" + strings.TrimPrefix(name, "#") }

// upcast converts a value of a derived type to its base type B, which keeps all
// properties.
func upcast[B any](v typed) B {
	var base B
	convert(v, &base)
	return base
}

// typed is implemented by pointers to types that have a base type. odataTypes
// returns the type's own name and those of the types derived from it.
type typed interface{ odataTypes() []string }

// convert is not part of upcast so that it is compiled once, not once per type.
func convert(v typed, base any) {
	data, err := json.Marshal(v)
	if err == nil {
		var all Extra
		_ = json.Unmarshal(data, &all) // cannot fail: it was just encoded
		if _, ok := all[odataType]; !ok {
			all[odataType], _ = json.Marshal(v.odataTypes()[0])
		}
		data, _ = json.Marshal(all)
	} else {
		// Only NaN or invalid JSON set by the caller cannot be encoded. This
		// function returns no error, so encodeKeeping reports it on sending.
		data, _ = json.Marshal(map[string]string{notEncodable: err.Error()})
	}
	_ = json.Unmarshal(data, base)
}

const odataType = "@odata.type"
