package exampletest

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
)

// checkRequest compares the received request with the documented request.
func (x *exchange) checkRequest(r *http.Request, body []byte) {
	x.t.Helper()
	if r.Method != x.request.method {
		x.t.Errorf("request: method: want %s, got %s", x.request.method, r.Method)
	}
	path, query := splitTarget(x.target)
	template := x.op.Routes[x.route].Template
	for _, d := range comparePaths(template, path, r.URL.EscapedPath()) {
		x.t.Errorf("request: path %s", d)
	}
	for _, d := range compareQueries(query, r.URL.RawQuery) {
		x.t.Errorf("request: query %s", d)
	}
	x.checkRequestHeader(r)
	x.checkRequestBody(body)
}

// ownHeaders are headers that belong to the connection or the caller. Their
// documented values are placeholders, another host, or lengths that do not match
// the body.
var ownHeaders = []string{"Authorization", "Host", "Content-Length", "Connection", "Transfer-Encoding", "Content-Encoding", "User-Agent", "Date"}

func (x *exchange) checkRequestHeader(r *http.Request) {
	x.t.Helper()
	for name, values := range x.request.header {
		switch {
		case slices.Contains(ownHeaders, name):
		case name == "Content-Type":
			// Some documented requests without a body have a type.
			if !x.request.isEmpty() && !sameMedia(values[0], r.Header.Get(name)) {
				x.t.Errorf("request: Content-Type: want %s, got %s", values[0], r.Header.Get(name))
			}
		default:
			for _, want := range values {
				if !slices.ContainsFunc(r.Header[name], func(got string) bool { return got == want }) {
					x.t.Errorf("request: %s: want %s, got %q", name, want, r.Header[name])
				}
			}
		}
	}
}

// sameMedia compares media types without their parameters, such as charset=utf-8
// and odata.metadata.
func sameMedia(want, got string) bool { return media(want) == media(got) }

func media(contentType string) string {
	if m, _, err := mime.ParseMediaType(contentType); err == nil {
		return m
	}
	m, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(m))
}

func (x *exchange) checkRequestBody(body []byte) {
	x.t.Helper()
	switch {
	case x.request.isEmpty():
		// A call whose body properties are all optional sends {}.
		if len(body) > 0 && string(body) != "{}" {
			x.t.Errorf("request: body: want nothing, got %.200q", body)
		}
	case x.request.isJSON():
		x.compare("request: body", x.asRequest(), x.request.body, body, x.requestType)
	default:
		x.compareBytes("request: body", x.request.body, body)
	}
}

// checkInput checks the input of the handler.
func (x *exchange) checkInput(in any) {
	x.t.Helper()
	var body any
	got := reflect.ValueOf(in).Elem()
	for i, f := range reflect.VisibleFields(got.Type()) {
		switch g := got.Field(i).Interface(); {
		case f.Name == "Request":
		case f.Name == "Body":
			body = g
		case x.input != nil: // nil if the documented URL has no arguments
			if w := reflect.ValueOf(x.input).Field(i).Interface(); !sameArgument(w, g) {
				x.t.Errorf("request: the handler's input has the %s %q, want %q", f.Name, fmt.Sprint(g), fmt.Sprint(w))
			}
		}
	}
	x.checkTypedBody(body)
}

func sameArgument(a, b any) bool {
	t, isTime := a.(time.Time)
	u, _ := b.(time.Time)
	return a == b || isTime && t.Equal(u)
}

// checkTypedBody encodes the body that the server decoded and checks that no
// documented property is lost.
func (x *exchange) checkTypedBody(body any) {
	x.t.Helper()
	switch body := body.(type) {
	case nil:
		if !x.request.isEmpty() {
			x.t.Error("request: the documented request has a body, but the operation has none")
		}
	case client.Content:
		var got bytes.Buffer
		if _, err := got.ReadFrom(body.Reader); err != nil {
			x.t.Errorf("request: body: %v", err)
		}
		x.compareBytes("request: body that the server read", x.request.body, got.Bytes())
	default:
		if !x.request.isEmpty() {
			x.compareValue("request: body that the server decoded", x.asRequest(), x.request.body, body)
		}
	}
}

func (x *exchange) asRequest() comparison {
	return comparison{request: true, update: x.request.method == "PATCH", beyond: x.undocumented}
}
