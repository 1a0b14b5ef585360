package plan

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// standIns are the values that take the place of what is none, by Go type.
var standIns = map[string]string{
	"string": `"stand-in"`, "bool": "true", "time.Time": `"2021-03-01T08:00:00Z"`, "[]byte": `"c3RhbmQtaW4="`,
	"uint8": "1", "int8": "1", "int16": "1", "int32": "1", "int64": "1", "float64": "1", "json.Number": "1",
}

// fillPrimitive reads as the documented type what pages write carelessly: a
// value with or without its quotes, a time without its zone, "" for none; and
// gives a stand-in for what is none: "datetime-value", "Boolean", {}.
func (f *Fit) fillPrimitive(data []byte, typ gocode.Type) []byte {
	standIn := standIns[typ.Name]
	if t := f.find(typ); t != nil && len(t.Consts) > 0 {
		standIn = quote(t.Consts[0].Value)
	}
	if standIn == "" || primitive("", data, typ) == nil {
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
		return json.Valid([]byte(reading)) && primitive("", []byte(reading), typ) == nil
	}
	if i := slices.IndexFunc(readings, fits); i >= 0 {
		return []byte(readings[i])
	}
	if isText && ir.IsStandIn(text) || isEmptyObject(data) {
		return []byte(standIn)
	}
	return data
}

func quote(text string) string {
	data, _ := json.Marshal(text) // a string always encodes
	return string(data)
}

// isEmptyObject reports whether a value is an object with no members of its
// own: pages write {"@odata.type": "…"} for a value that they do not show.
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
