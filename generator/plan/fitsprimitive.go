package plan

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/mdwire/mdwire/generator/gocode"
)

// primitive holds a JSON value against a Go type that is none of the plan's own.
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
	case "float64":
		v, want, rule = new(float64), "a number", "example-value-format"
	case "json.Number":
		v, want, rule = new(json.Number), "a number", "example-value-format"
	case "time.Time":
		v, want, rule = new(time.Time), "a date and time with its zone", "example-value-format"
	case "[]byte":
		v, want, rule = new([]byte), "base64", "example-value-format"
	default: // strings, and types that are strings
		v, want = new(string), "a string"
	}
	if _, number := v.(*json.Number); json.Unmarshal(data, v) == nil && !(number && data[0] == '"') {
		return nil
	}
	if data[0] != '"' && rule == "example-value-format" {
		rule = "example-type-mismatch"
	}
	m := mismatch(path, data, want)
	m.Rule = rule
	return m
}

// mismatch is the misfit of a value that is of another kind than is documented.
func mismatch(path string, data []byte, want string) *Misfit {
	shown := string(data)
	if len(shown) > 60 {
		shown = strings.ToValidUTF8(shown[:60], "") + "…"
	}
	place := "the body"
	if path != "" {
		place = strconv.Quote(path)
	}
	return &Misfit{"example-type-mismatch", fmt.Sprintf("%s is %s where %s is documented", place, shown, want)}
}
