package exampletest

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"

	"github.com/mdwire/mdwire/templates/exampletest/tolerance"
)

// checkResponse compares the response of the server with the documented response.
func (x *exchange) checkResponse(sent *recorder) {
	x.t.Helper()
	if sent.status != x.response.status {
		x.t.Errorf("response: status: want %d, got %d: %.300s", x.response.status, sent.status, &sent.body)
		return
	}
	for name, values := range x.response.header {
		// The server sends JSON as application/json even if another type is
		// documented.
		if !tolerance.IsOwnHeader(name) && name != "Content-Type" && !slices.Equal(values, sent.Header()[name]) {
			x.t.Errorf("response: %s: want %q, got %q", name, values, sent.Header()[name])
		}
	}
	got := sent.body.Bytes()
	switch {
	case x.response.isEmpty():
		if len(got) > 0 {
			x.t.Errorf("response: body: want nothing, got %.200q", got)
		}
	case x.isScalar:
		x.compare("response: value", x.asResponse(), scalarJSON(x.response.body), scalarJSON(got), x.responseType)
	case tolerance.SameMedia(sent.Header().Get("Content-Type"), "application/json"):
		x.compare("response: body", x.asResponse(), x.response.body, got, x.responseType)
	default:
		x.compareBytes("response: body", x.response.body, got)
	}
}

func (x *exchange) asResponse() comparison { return comparison{beyond: x.undocumented} }

// scalarJSON returns the JSON of a primitive value. The body is {"value": …}, JSON or
// plain text.
func scalarJSON(body []byte) []byte {
	body = bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\ufeff")))
	var object struct{ Value json.RawMessage }
	if json.Unmarshal(body, &object) == nil && object.Value != nil {
		return object.Value
	}
	if json.Valid(body) {
		return body
	}
	text, _ := json.Marshal(string(body)) // encoding a string cannot fail
	return text
}

// compareValue compares the encoding of v with the documented JSON.
func (x *exchange) compareValue(what string, c comparison, want []byte, v any) {
	x.t.Helper()
	got, err := json.Marshal(v)
	if err != nil {
		x.t.Errorf("%s: %v", what, err)
		return
	}
	x.compare(what, c, want, got, reflect.TypeOf(v))
	x.checkKept(what, v)
}

func (x *exchange) compare(what string, c comparison, want, got []byte, t reflect.Type) {
	x.t.Helper()
	for _, d := range c.compareJSON(want, got, t) {
		x.t.Errorf("%s: %s", what, d)
	}
}

func (x *exchange) compareBytes(what string, want, got []byte) {
	x.t.Helper()
	if bytes.Equal(want, got) {
		return
	}
	at := 0
	for at < min(len(want), len(got)) && want[at] == got[at] {
		at++
	}
	x.t.Errorf("%s: differs at byte %d: want %.60q, got %.60q", what, at, want[at:], got[at:])
}
