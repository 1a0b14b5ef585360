package exampletest

import (
	"bytes"
	"encoding/json"
	"reflect"

	client "github.com/mdwire/mdwire/templates/client"
)

// body gives the documented request's body, decoded, for the client to send.
func body[T any](x *exchange) T {
	x.t.Helper()
	x.mu.Lock()
	x.requestType = reflect.TypeFor[T]()
	x.mu.Unlock()
	var v T
	if x.request.isEmpty() {
		return v
	}
	if err := json.Unmarshal(x.request.body, &v); err != nil {
		x.t.Fatalf("the documented body cannot be decoded: %v", err)
	}
	return v
}

// content gives the documented request's body as it stands.
func content(x *exchange) client.Content {
	return client.Content{Type: x.request.header.Get("Content-Type"), Reader: bytes.NewReader(x.request.body)}
}
