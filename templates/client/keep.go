package client

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
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
	all.drop(declaredNames(plain))
	if len(all) > 0 {
		*extra = all
	}
	return nil
}

// encodeKeeping encodes what plain points to and the properties in extra. Where
// a name stands in both, the struct's field counts, set or not.
func encodeKeeping(plain any, extra Extra) ([]byte, error) {
	if why, ok := extra[notEncodable]; ok {
		return nil, fmt.Errorf("value of a derived type: %s", why)
	}
	data, err := json.Marshal(plain)
	if err != nil || len(extra) == 0 {
		return data, err
	}
	rest := maps.Clone(extra)
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

// names are the properties that a struct declares, as they stand and in lower
// case: encoding/json takes "Name" for "name".
type names map[string]bool

// add adds those of a struct and of the structs embedded in it.
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

// declaredNames gives the names of the struct that v points to.
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

// plainJSON is embedded beside a base type that has methods for JSON of its
// own: of two such methods at the same depth Go promotes neither, so that
// encoding/json sees the derived type's fields.
type plainJSON struct{}

func (plainJSON) MarshalJSON() ([]byte, error) { return nil, nil }
func (plainJSON) UnmarshalJSON([]byte) error   { return nil }
