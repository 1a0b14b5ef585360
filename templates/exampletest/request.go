package exampletest

import (
	"bytes"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
	"github.com/mdwire/mdwire/templates/exampletest/tolerance"
)

// checkRequest compares the received request with the documented request.
func (x *exchange) checkRequest(r *http.Request, body []byte) {
	x.t.Helper()
	if r.Method != x.request.method {
		x.t.Errorf("request: method: want %s, got %s", x.request.method, r.Method)
	}
	x.accept("request: URL", tolerance.Target(x.request.target, x.base, r.RequestURI, x.tolerates))
	x.accept("request", tolerance.Header(x.request.header, r.Header, !x.request.isEmpty(), x.tolerates))
	x.checkRequestBody(body)
	for _, rule := range x.tolerated {
		if !slices.Contains(x.used, rule) {
			x.t.Errorf("request: the tolerance %s is not needed", rule)
		}
	}
}

// tolerates reports whether the test may use a rule of package tolerance.
func (x *exchange) tolerates(r *tolerance.Rule) bool {
	return !r.Listed || slices.Contains(x.tolerated, r.Name)
}

// accept reports the differences that a comparison has found.
func (x *exchange) accept(what string, found tolerance.Result) {
	x.t.Helper()
	for _, d := range found.Differences {
		x.t.Errorf("%s: %s", what, d)
	}
	x.used = append(x.used, found.Needed...)
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
		x.accept("request: body to send", tolerance.Body(x.request.body, x.body, x.tolerates))
		x.compare("request: body", x.asRequest(), x.body, body, x.requestType)
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
			x.compareValue("request: body that the server decoded", x.asRequest(), x.body, body)
		}
	}
}

func (x *exchange) asRequest() comparison {
	return comparison{request: true, update: x.request.method == "PATCH", beyond: x.undocumented}
}
