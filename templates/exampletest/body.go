package exampletest

import (
	"bytes"
	"encoding/json"
	"reflect"

	client "github.com/mdwire/mdwire/templates/client"
)

// body decodes the documented request's body, with sample values for its
// placeholders, into v, a pointer, for the client to send.
func body[P any](x *exchange, v P) P {
	x.t.Helper()
	x.mu.Lock()
	x.requestType = reflect.TypeOf(v).Elem()
	x.mu.Unlock()
	if x.request.isEmpty() {
		return v
	}
	if err := json.Unmarshal(x.body, v); err != nil {
		x.t.Fatalf("the documented body cannot be decoded: %v", err)
	}
	if field := hidden(reflect.ValueOf(v)); field != "" {
		x.t.Errorf("request: body: the field %s is set, but callers cannot set it: it is not exported", field)
	}
	return v
}

// content returns the documented request's body unchanged.
func content(x *exchange) client.Content {
	return client.Content{Type: x.request.header.Get("Content-Type"), Reader: bytes.NewReader(x.request.body)}
}
