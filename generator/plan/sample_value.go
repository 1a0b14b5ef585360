package plan

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// fillPrimitive converts a value to the documented type if it has wrong quotes, is a
// time without a zone or "" for null. It returns a sample value for a placeholder
// such as "datetime-value", "Boolean" or {}.
func (c *Checker) fillPrimitive(data []byte, typ gocode.Type) []byte {
	sample := c.sample(typ)
	if sample == "" || primitiveOf(typ).decodes(data) {
		return data
	}
	var text string
	isText := json.Unmarshal(data, &text) == nil
	readings := []string{quote(string(data))}
	switch {
	case isText && text == "":
		readings = []string{"null"}
	case isText:
		readings = []string{text, quote(text + "Z"), quote(text + "T00:00:00Z")}
	case data[0] == '{' || data[0] == '[':
		readings = nil
	}
	fits := func(reading string) bool {
		return primitiveOf(typ).decodes([]byte(reading))
	}
	if i := slices.IndexFunc(readings, fits); i >= 0 {
		return []byte(readings[i])
	}
	if isText && ir.IsPlaceholder(text) || isEmptyObject(data) {
		return []byte(sample)
	}
	return data
}

// sample returns the JSON of a sample value of a type, "" for none.
func (c *Checker) sample(typ gocode.Type) string {
	t := c.find(typ)
	switch {
	case t == nil:
		return primitiveOf(typ).sample
	case len(t.Consts) > 0:
		return quote(t.Consts[0].Value)
	}
	return ""
}

func quote(text string) string {
	data, _ := json.Marshal(text) // a string always encodes
	return string(data)
}

// isEmptyObject reports whether a value is an object that has only annotations.
// Pages write {"@odata.type": "…"} for a value that they leave out.
func isEmptyObject(data []byte) bool {
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil {
		return false
	}
	for name := range members {
		if !strings.HasPrefix(name, "@") {
			return false
		}
	}
	return true
}
