package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/mdwire/mdwire/generator/gocode"
)

// Misfit says why a JSON text cannot be a value of a planned type, in the
// terms of the lint rule that reports the same place.
type Misfit struct {
	Rule    string
	Message string
}

// Fit tells whether JSON texts can be values of planned types.
type Fit struct {
	types map[string]*Type
	// Strict refuses members that the type does not declare: a client could
	// not send them.
	Strict bool
}

// NewFit returns a Fit over the types of a package.
func NewFit(pkg *Package, strict bool) *Fit {
	f := &Fit{types: map[string]*Type{}, Strict: strict}
	for _, t := range pkg.Types {
		f.types[t.Name] = t
	}
	return f
}

// Check returns the first misfit of a JSON text and a type, nil when it fits.
func (f *Fit) Check(data []byte, typ gocode.Type) *Misfit { return f.value("", data, typ) }

func (f *Fit) value(path string, data []byte, typ gocode.Type) *Misfit {
	data = bytes.TrimSpace(data)
	if len(data) == 0 || bytes.Equal(data, []byte("null")) {
		return nil
	}
	if typ.Slice {
		return f.slice(path, data, typ.Elem())
	}
	if t := f.types[typ.Name]; typ.Local && t != nil && t.Kind != Enum {
		return f.object(path, data, t)
	}
	return primitive(path, data, typ)
}

// slice checks the elements of an array.
func (f *Fit) slice(path string, data []byte, elem gocode.Type) *Misfit {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) != nil {
		return mismatch(path, data, "an array")
	}
	for i, item := range list {
		if m := f.value(fmt.Sprintf("%s[%d]", path, i), item, elem); m != nil {
			return m
		}
	}
	return nil
}

func (f *Fit) object(path string, data []byte, t *Type) *Misfit {
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil {
		return mismatch(path, data, "an object")
	}
	names := make([]string, 0, len(members))
	for name := range members {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		field, exact := findField(t, name)
		switch {
		case field == nil && f.Strict && !strings.Contains(name, "@") && !t.Keeps:
			return &Misfit{"request-property-undocumented", fmt.Sprintf("%s is not documented for %s", quotePath(path, name), t.Name)}
		case field == nil:
			continue
		case !exact:
			return &Misfit{"example-property-case", fmt.Sprintf("%s is documented as %q", quotePath(path, name), field.JSON)}
		}
		if m := f.value(path+"."+name, members[name], field.Type); m != nil {
			return m
		}
	}
	return nil
}

// findField finds the field that encoding/json decodes a member into: that of
// its name, else one that differs by letter case.
func findField(t *Type, name string) (field *Field, exact bool) {
	for b := t; b != nil; b = b.Base {
		for i := range b.Fields {
			if b.Fields[i].JSON == name {
				return &b.Fields[i], true
			}
			if field == nil && strings.EqualFold(b.Fields[i].JSON, name) {
				field = &b.Fields[i]
			}
		}
	}
	return field, false
}

func primitive(path string, data []byte, typ gocode.Type) *Misfit {
	var v any
	want, rule := "a "+typ.Name, "example-type-mismatch"
	switch typ.Name {
	case "json.RawMessage":
		return nil
	case "bool":
		v = new(bool)
	case "uint8":
		v = new(uint8)
	case "int8":
		v = new(int8)
	case "int16":
		v = new(int16)
	case "int32":
		v = new(int32)
	case "int64":
		v = new(int64)
	case "float32":
		v = new(float32)
	case "float64":
		v = new(float64)
	case "json.Number":
		v = new(json.Number)
	case "time.Time":
		v, want, rule = new(time.Time), "a date and time with its zone", "example-value-format"
	case "[]byte":
		v, want, rule = new([]byte), "base64", "example-value-format"
	default: // strings, and types that are strings
		v, want = new(string), "a string"
	}
	if json.Unmarshal(data, v) == nil {
		return nil
	}
	if data[0] != '"' && rule == "example-value-format" {
		rule = "example-type-mismatch"
	}
	m := mismatch(path, data, want)
	m.Rule = rule
	return m
}

func mismatch(path string, data []byte, want string) *Misfit {
	shown := string(data)
	if len(shown) > 60 {
		shown = strings.ToValidUTF8(shown[:60], "") + "…"
	}
	return &Misfit{"example-type-mismatch", fmt.Sprintf("%s is %s where %s is documented", quotePath(path, ""), shown, want)}
}

func quotePath(path, name string) string {
	if name != "" {
		path += "." + name
	}
	if path == "" {
		return "the body"
	}
	return fmt.Sprintf("%q", strings.TrimPrefix(path, "."))
}

// CheckResult returns the first misfit of a response body and what a method
// returns, nil when it fits.
func (f *Fit) CheckResult(data []byte, r Result) *Misfit {
	switch r.Kind {
	case Collection:
		var page struct {
			Value json.RawMessage `json:"value"`
		}
		if json.Unmarshal(data, &page) != nil {
			return mismatch("", data, "a collection")
		}
		if page.Value == nil {
			return nil
		}
		return f.slice("value", page.Value, r.Type)
	case Scalar:
		var wrapped struct {
			Value json.RawMessage `json:"value"`
		}
		if json.Unmarshal(data, &wrapped) == nil && len(wrapped.Value) > 0 {
			data = wrapped.Value
		}
	}
	return f.value("", data, r.Type)
}
