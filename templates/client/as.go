package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// As reads a value as a type derived from its own, by what it was decoded
// from and what was changed since:
//
//	file, err := As[FileAttachment](attachment)
//
// It gives an error when the value's @odata.type says that it is something
// else, and when there is none: nil, or a property that did not come. It also
// takes a property of undeclared type (json.RawMessage), and gives any value as
// a map[string]any or json.RawMessage.
func As[T any](v any) (*T, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	if string(data) == "null" {
		return nil, errors.New("there is no value")
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

// upcast gives a value of a derived type as a B that keeps all of it.
func upcast[B any](v typed) B {
	var base B
	convert(v, &base)
	return base
}

// typed is a pointer to a value of a type that extends another.
type typed interface{ odataTypes() []string }

// convert is apart from upcast so that there is one copy of it for all types.
func convert(v typed, base any) {
	data, err := json.Marshal(v)
	if err == nil {
		var all Extra
		_ = json.Unmarshal(data, &all) // what was just encoded
		if _, ok := all[odataType]; !ok {
			all[odataType], _ = json.Marshal(v.odataTypes()[0])
		}
		data, _ = json.Marshal(all)
	} else {
		// Only a value that the user filled with NaN or broken JSON does not
		// encode. There is no error to return here; sending gives it.
		data, _ = json.Marshal(map[string]string{notEncodable: err.Error()})
	}
	_ = json.Unmarshal(data, base)
}

const odataType = "@odata.type"
