package plan

import (
	"bytes"
	"encoding/json"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// Fill replaces placeholders in a JSON text with sample values, and values in another
// form by values of the documented type: see fillPrimitive. A text that is a
// placeholder for a list or an object becomes null. Fill also corrects the letter case
// of names that clients send. The rest of the text stays the same, byte by byte.
func (c *Checker) Fill(data []byte, typ gocode.Type) []byte {
	if typ.Slice {
		return c.fillMembers(data, func(string) (member, bool) { return member{typ: typ.Elem()}, true })
	}
	if typ.Map {
		return c.fillMembers(data, func(name string) (member, bool) { return member{name, typ.Elem()}, true })
	}
	if t := c.find(typ); typ.Local && t != nil && t.Kind != Enum {
		return c.fillMembers(data, func(name string) (member, bool) {
			field := findField(t, name)
			if field == nil {
				return member{}, false
			}
			return member{field.JSON, field.Type}, true
		})
	}
	return c.fillPrimitive(data, typ)
}

// FillResult is Fill for a response body, by the result of the method.
func (c *Checker) FillResult(data []byte, r Result) []byte {
	if !r.IsList() && r.Kind != Scalar {
		return c.Fill(data, r.Type)
	}
	typ := r.Type
	typ.Slice = r.IsList()
	return c.fillMembers(data, func(name string) (member, bool) { return member{name, typ}, name == r.Envelope.ListMember() })
}

// member is a documented member of an object, or an element of an array.
type member struct {
	name string
	typ  gocode.Type
}

// fillMembers fills the documented members of an object, or the elements of an
// array.
func (c *Checker) fillMembers(data []byte, find func(name string) (member, bool)) []byte {
	dec := json.NewDecoder(bytes.NewReader(data))
	open, err := dec.Token()
	if text, ok := open.(string); ok && ir.IsPlaceholder(text) {
		return []byte("null")
	}
	if err != nil || open != json.Delim('{') && open != json.Delim('[') {
		return data
	}
	var filled []byte
	done := 0
	// replace replaces the last length bytes that were read.
	replace := func(length int, new []byte) {
		end := int(dec.InputOffset())
		filled = append(append(filled, data[done:end-length]...), new...)
		done = end
	}
	for dec.More() {
		name := ""
		if open == json.Delim('{') {
			key, _ := dec.Token()
			name, _ = key.(string)
		}
		m, ok := find(name)
		if ok && c.sent && m.name != name {
			replace(len(name)+len(`"`), []byte(m.name+`"`))
		}
		var value json.RawMessage
		if dec.Decode(&value) != nil {
			return data
		}
		if ok {
			replace(len(value), c.Fill(value, m.typ))
		}
	}
	return append(filled, data[done:]...)
}
