package client

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Extra holds properties that a type does not declare: their JSON by name.
// Entries with the name of a declared property are not encoded.
type Extra map[string]json.RawMessage

// notEncodable is the name of a property whose value is the reason why upcast
// could not encode a value. It is not a possible property name.
const notEncodable = "\x00not encodable"

// decodeKeeping decodes data into plain, a pointer to a struct, and the
// properties that the struct does not declare into extra.
func decodeKeeping(data []byte, plain any, extra *Extra) error {
	if err := json.Unmarshal(data, plain); err != nil {
		return err
	}
	*extra = nil
	var all Extra
	if err := json.Unmarshal(data, &all); err != nil {
		return err
	}
	all.drop(declaredNames(plain))
	if len(all) > 0 {
		*extra = all
	}
	return nil
}

// encodeKeeping encodes the struct that plain points to, and the properties in
// extras except those that the struct declares, whether they are set or not. extras
// are those of the struct, then of the types that it embeds; the first one with a
// property applies.
func encodeKeeping(plain any, extras ...Extra) ([]byte, error) {
	rest := Extra{}
	for _, extra := range slices.Backward(extras) {
		if why, ok := extra[notEncodable]; ok {
			return nil, fmt.Errorf("cannot encode the value of a derived type: %s", why)
		}
		maps.Copy(rest, extra)
	}
	data, err := json.Marshal(plain)
	if err != nil || len(rest) == 0 {
		return data, err
	}
	rest.drop(declaredNames(plain))
	more, err := json.Marshal(rest)
	if err != nil || len(rest) == 0 {
		return data, err
	}
	if string(data) == "{}" {
		return more, nil
	}
	data[len(data)-1] = ','
	return append(data, more[1:]...), nil
}

// drop removes the properties that a struct declares.
func (e Extra) drop(declared names) {
	for name := range e {
		if declared[name] || declared[strings.ToLower(name)] {
			delete(e, name)
		}
	}
}

// names has the names of the properties that a struct declares, unchanged and
// in lower case, because encoding/json decodes "Name" into the field "name".
type names map[string]bool

// add adds the properties of a struct and of its embedded structs.
func (n names) add(t reflect.Type) {
	for i := range t.NumField() {
		field := t.Field(i)
		if field.Anonymous {
			n.add(field.Type)
			continue
		}
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name != "" && name != "-" {
			n[name], n[strings.ToLower(name)] = true, true
		}
	}
}

var declaredByType sync.Map // reflect.Type to names

// declaredNames returns the names of the struct that v points to.
func declaredNames(v any) names {
	t := reflect.TypeOf(v).Elem()
	if known, ok := declaredByType.Load(t); ok {
		return known.(names)
	}
	declared := names{}
	declared.add(t)
	declaredByType.Store(t, declared)
	return declared
}

// plainJSON is embedded in a derived type whose base type has JSON methods. Go
// promotes neither of two methods with the same name at the same depth, so
// encoding/json encodes and decodes all fields of the derived type.
type plainJSON struct{}

func (plainJSON) MarshalJSON() ([]byte, error) { return nil, nil }
func (plainJSON) UnmarshalJSON([]byte) error   { return nil }
