package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
)

// Misfit says why a JSON text cannot be a value of a planned type, in the
// terms of the lint rule that reports the same place.
type Misfit struct {
	Code    diag.Code
	Message string
}

// Fit tells whether JSON texts can be values of planned types.
type Fit struct {
	types map[string]*Type
	sent  bool
	seen  map[string]bool // types that were asked for
}

// NewFit returns a Fit over the types of a package. sent is for what clients
// send: a member that the type does not declare could not be sent, so it does
// not fit.
func NewFit(pkg *Package, sent bool) *Fit {
	f := &Fit{types: map[string]*Type{}, sent: sent, seen: map[string]bool{}}
	for _, t := range pkg.Types {
		f.types[t.Name] = t
	}
	return f
}

// Apart returns a Fit over the same types, to be used at the same time.
func (f *Fit) Apart() *Fit { return &Fit{types: f.types, sent: f.sent, seen: map[string]bool{}} }

// find returns the planned type that a type expression names, nil for none.
func (f *Fit) find(typ gocode.Type) *Type {
	t := f.types[typ.Name]
	for b := t; b != nil && !f.seen[b.Name]; b = b.Base {
		f.seen[b.Name] = true
	}
	return t
}

// Seen returns the names of the types that answers have depended on since it was
// last called.
func (f *Fit) Seen() []string {
	names := slices.Sorted(maps.Keys(f.seen))
	clear(f.seen)
	return names
}

// fitting is one text being held against a type.
type fitting struct {
	*Fit
	beyond  map[string]bool
	kept    map[string]bool
	unknown func(*Type) // told of a type that lacks a member, in place of a misfit
}

// Undeclared are the members of a JSON text that types do not declare, by path
// as in "value[].name".
type Undeclared struct {
	Beyond []string // the types have no place for them: no page documents them
	Kept   []string // the types keep them among other properties; annotations are not listed
}

// Check returns the first misfit of a JSON text and a type, nil when it fits.
func (f *Fit) Check(data []byte, typ gocode.Type) (Undeclared, *Misfit) {
	return f.fit(func(c *fitting) *Misfit { return c.value("", data, typ) })
}

// CheckResult is Check for a response body and what a method returns.
func (f *Fit) CheckResult(data []byte, r Result) (Undeclared, *Misfit) {
	return f.fit(func(c *fitting) *Misfit {
		var wrapped struct {
			Value json.RawMessage `json:"value"`
		}
		isWrapped := json.Unmarshal(data, &wrapped) == nil && len(wrapped.Value) > 0
		switch {
		case r.Kind == Collection && isWrapped:
			c.beside(data)
			return c.slice("value", wrapped.Value, r.Type)
		case r.Kind == Collection:
			return mismatch("", data, "a collection")
		case r.Kind == Scalar && isWrapped:
			return c.value("", wrapped.Value, r.Type)
		}
		return c.value("", data, r.Type)
	})
}

// beside notes the members of a page of a collection that are no annotations.
func (f *fitting) beside(data []byte) {
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil {
		return
	}
	for name := range members {
		if name != "value" && !strings.Contains(name, "@") {
			f.beyond[name] = true
		}
	}
}

func (f *Fit) fit(check func(*fitting) *Misfit) (Undeclared, *Misfit) {
	c := &fitting{Fit: f, beyond: map[string]bool{}, kept: map[string]bool{}}
	m := check(c)
	return Undeclared{Beyond: slices.Sorted(maps.Keys(c.beyond)), Kept: slices.Sorted(maps.Keys(c.kept))}, m
}

func (f *fitting) value(path string, data []byte, typ gocode.Type) *Misfit {
	data = bytes.TrimSpace(data)
	if len(data) == 0 || isNull(data) && path != "" {
		return nil
	}
	if typ.Slice {
		return f.slice(path, data, typ.Elem())
	}
	if t := f.find(typ); typ.Local && t != nil && t.Kind != Enum {
		return f.object(path, data, t)
	}
	return checkPrimitive(path, data, typ)
}

// slice checks the elements of an array.
func (f *fitting) slice(path string, data []byte, elem gocode.Type) *Misfit {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) != nil {
		return mismatch(path, data, "an array")
	}
	for _, item := range list {
		if isNull(item) && elem != rawJSON {
			return mismatch(path+"[]", item, "a value")
		}
		if m := f.value(path+"[]", item, elem); m != nil {
			return m
		}
	}
	return nil
}

func (f *fitting) object(path string, data []byte, t *Type) *Misfit {
	entries, ok := entriesOf(data)
	if !ok {
		return mismatch(path, data, "an object")
	}
	if name := twin(entries); name != "" {
		return &Misfit{diag.JSONInvalid, fmt.Sprintf("%q stands twice in one object", strings.TrimPrefix(path+"."+name, "."))}
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	for _, e := range entries {
		if m := f.member(strings.TrimPrefix(path+"."+e.name, "."), e.name, e.value, t); m != nil {
			return m
		}
	}
	return nil
}

// entry is a member of a JSON object as it stands in a text.
type entry struct {
	name  string
	value json.RawMessage
}

// entriesOf returns the members of a JSON object in the order of the text; ok is
// false for what is no object.
func entriesOf(data []byte) (entries []entry, ok bool) {
	d := json.NewDecoder(bytes.NewReader(data))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return nil, false
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, false
		}
		e := entry{}
		if e.name, ok = name.(string); !ok || d.Decode(&e.value) != nil {
			return nil, false
		}
		entries = append(entries, e)
	}
	if _, err := d.Token(); err != nil {
		return nil, false
	}
	_, err := d.Token()
	return entries, err == io.EOF
}

func isNull(data []byte) bool { return string(bytes.TrimSpace(data)) == "null" }

// twin returns the first name in an object that stands there twice, in any case:
// Go keeps one of the two.
func twin(entries []entry) string {
	seen := make(map[string]bool, len(entries))
	for _, e := range entries {
		low := strings.ToLower(e.name)
		if seen[low] {
			return e.name
		}
		seen[low] = true
	}
	return ""
}

func (f *fitting) member(path, name string, data []byte, t *Type) *Misfit {
	field, exact := findField(t, name)
	switch {
	case field != nil && (exact || !f.sent): // encoding/json reads names in any case
		return f.value(path, data, field.Type)
	case field != nil:
		return &Misfit{diag.ExamplePropertyCase, fmt.Sprintf("%q is documented as %q", path, field.JSON)}
	case t.KeepsUndeclared:
		if !strings.Contains(name, "@") {
			f.kept[path] = true
		}
		return nil
	case f.sent && !needless(name, data, t):
		if f.unknown != nil {
			f.unknown(t)
			return nil
		}
		return &Misfit{diag.RequestPropertyUndocumented, fmt.Sprintf("%q is not documented for %s", path, t.Name)}
	case f.sent || !strings.Contains(name, "@"):
		f.beyond[path] = true
	}
	return nil
}

// needless reports annotations of a request that say nothing new: what type a
// property has, or that the value is of the type that it is documented to be.
func needless(name string, data []byte, t *Type) bool {
	if name != "@odata.type" {
		return strings.HasSuffix(name, "@odata.type") || name == "@odata.context"
	}
	var said string
	if json.Unmarshal(data, &said) != nil {
		return false
	}
	wire := t.Wire
	if t.UpdateOf != nil {
		wire = t.UpdateOf.Wire
	}
	return strings.TrimPrefix(said, "#") == wire
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
