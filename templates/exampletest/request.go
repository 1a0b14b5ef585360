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

// checkRequest compares what arrived with the documented request.
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

// Headers that are not the documented call's but the connection's or the
// caller's: pages show a placeholder for a token, their own host, and lengths
// that are not those of the body.
var ownHeaders = []string{"Authorization", "Host", "Content-Length", "Connection", "Transfer-Encoding", "Content-Encoding", "User-Agent", "Date"}

func (x *exchange) checkRequestHeader(r *http.Request) {
	x.t.Helper()
	for name, values := range x.request.header {
		switch {
		case slices.Contains(ownHeaders, name):
		case name == "Content-Type":
			// Pages show a type for requests without a body, too.
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

// sameMedia leaves parameters aside: charset=utf-8 and odata.metadata say
// nothing that the body does not show.
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
		// A call whose parameters are all optional sends them as {}.
		if len(body) > 0 && string(body) != "{}" {
			x.t.Errorf("request: body: want nothing, got %.200q", body)
		}
	case x.request.isJSON():
		x.compare("request: body", x.asRequest(), x.request.body, body, x.requestType)
	default:
		x.compareBytes("request: body", x.request.body, body)
	}
}

// checkInput looks at what the handler was given.
func (x *exchange) checkInput(in any) {
	x.t.Helper()
	var body any
	got := reflect.ValueOf(in).Elem()
	for i, f := range reflect.VisibleFields(got.Type()) {
		switch g := got.Field(i).Interface(); {
		case f.Name == "Request":
		case f.Name == "Body":
			body = g
		case x.input != nil: // else the documented URL has no arguments
			if w := reflect.ValueOf(x.input).Field(i).Interface(); !sameArgument(w, g) {
				x.t.Errorf("request: the handler was given the %s %q, not %q", f.Name, fmt.Sprint(g), fmt.Sprint(w))
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

// checkTypedBody looks at what the server decoded the body into, by encoding
// it again: nothing documented may have been lost.
func (x *exchange) checkTypedBody(body any) {
	x.t.Helper()
	switch body := body.(type) {
	case nil:
		if !x.request.isEmpty() {
			x.t.Error("request: the operation takes no body, the documented request has one")
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
