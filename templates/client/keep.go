package client

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Extra holds properties that a type does not declare, as JSON, by name.
type Extra map[string]json.RawMessage

// notEncodable names the property that holds why a value could not be encoded;
// see upcast. No service names a property so.
const notEncodable = "\x00not encodable"

// decodeKeeping decodes data into plain, a pointer to a struct, and puts into
// extra what the struct does not declare.
func decodeKeeping(data []byte, plain any, extra *Extra) error {
	if err := json.Unmarshal(data, plain); err != nil {
		return err
	}
	*extra = nil
	var all Extra
	if err := json.Unmarshal(data, &all); err != nil {
		return err
	}
	declared := declaredNames(reflect.TypeOf(plain).Elem())
	maps.DeleteFunc(all, func(name string, _ json.RawMessage) bool { return declared.has(name) })
	if len(all) > 0 {
		*extra = all
	}
	return nil
}

// encodeKeeping encodes a struct and the properties in extra. Where a name
// stands in both, the struct's field counts, set or not.
func encodeKeeping(plain any, extra Extra) ([]byte, error) {
	if why, ok := extra[notEncodable]; ok {
		return nil, fmt.Errorf("value of a derived type: %s", anyText(why))
	}
	data, err := json.Marshal(plain)
	if err != nil || len(extra) == 0 {
		return data, err
	}
	declared := declaredNames(reflect.TypeOf(plain))
	rest := maps.Clone(extra)
	maps.DeleteFunc(rest, func(name string, _ json.RawMessage) bool { return declared.has(name) })
	more, err := json.Marshal(rest)
	if err != nil || len(rest) == 0 {
		return data, err
	}
	if string(data) == "{}" {
		return more, nil
	}
	return slices.Concat(bytes.TrimSuffix(data, []byte("}")), []byte(","), more[1:]), nil
}

// names are the properties that a struct declares.
type names map[string]bool

// has compares as encoding/json does, which takes "Name" for "name".
func (n names) has(name string) bool {
	if n[name] {
		return true
	}
	for declared := range n {
		if strings.EqualFold(declared, name) {
			return true
		}
	}
	return false
}

var declaredByType sync.Map // reflect.Type to names

func declaredNames(t reflect.Type) names {
	if known, ok := declaredByType.Load(t); ok {
		return known.(names)
	}
	declared := names{}
	for _, field := range reflect.VisibleFields(t) { // those of embedded structs too
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name != "" && name != "-" {
			declared[name] = true
		}
	}
	declaredByType.Store(t, declared)
	return declared
}

// plainJSON is embedded beside a base type that has methods for JSON of its
// own: of two such methods at the same depth Go promotes neither, so that
// encoding/json sees the derived type's fields.
type plainJSON struct{}

func (plainJSON) MarshalJSON() ([]byte, error) { return nil, nil }
func (plainJSON) UnmarshalJSON([]byte) error   { return nil }
