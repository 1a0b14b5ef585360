package plan

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
)

// primitive holds a JSON value against a Go type that is none of the plan's own.
func primitive(path string, data []byte, typ gocode.Type) *Misfit {
	var v any
	want, code := "a "+typ.Name, diag.ExampleTypeMismatch
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
		v, want, code = new(float64), "a number", diag.ExampleValueFormat
	case "json.Number":
		v, want, code = new(json.Number), "a number", diag.ExampleValueFormat
	case "time.Time":
		v, want, code = new(time.Time), "a date and time with its zone", diag.ExampleValueFormat
	case "[]byte":
		v, want, code = new([]byte), "base64", diag.ExampleValueFormat
	default: // strings, and types that are strings
		v, want = new(string), "a string"
	}
	if _, number := v.(*json.Number); json.Unmarshal(data, v) == nil && !(number && data[0] == '"') {
		return nil
	}
	if data[0] != '"' && code == diag.ExampleValueFormat {
		code = diag.ExampleTypeMismatch
	}
	m := mismatch(path, data, want)
	m.Code = code
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
	return &Misfit{diag.ExampleTypeMismatch, fmt.Sprintf("%s is %s where %s is documented", place, shown, want)}
}
