package plan

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
)

// checkPrimitive checks a JSON value against a Go type that the plan does not declare.
func checkPrimitive(path string, data []byte, typ gocode.Type) *Misfit {
	p, code := primitiveOf(typ), diag.ExampleTypeMismatch
	if p.decodes(data) {
		return nil
	}
	if p.format {
		code = diag.ExampleValueFormat
	}
	if data[0] != '"' && code == diag.ExampleValueFormat {
		code = diag.ExampleTypeMismatch
	}
	m := mismatch(path, data, p.want)
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
