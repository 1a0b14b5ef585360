package exampletest

import (
	"errors"
	"io"
	"net/url"
	"reflect"

	client "github.com/mdwire/mdwire/templates/client"
	"github.com/mdwire/mdwire/templates/exampletest/tolerance"
)

// The functions below check the client's result. Each test calls one of them.

// none checks the result of a call without content.
func (x *exchange) none(err error) {
	x.t.Helper()
	x.succeeded(err)
}

// value checks a returned value; got is a pointer to it.
func (x *exchange) value(got any, err error) {
	x.t.Helper()
	if !x.succeeded(err) {
		return
	}
	if reflect.ValueOf(got).IsNil() {
		x.t.Error("the client returned neither a value nor an error")
		return
	}
	if !x.response.isEmpty() {
		x.compareValue("client result", x.asResponse(), x.response.body, got)
	}
}

// scalar checks a returned primitive value.
func (x *exchange) scalar(got any, err error) {
	x.t.Helper()
	if x.succeeded(err) && !x.response.isEmpty() {
		x.compareValue("client result", x.asResponse(), scalarJSON(x.response.body), got)
	}
}

// collection checks the first page of a list. The next page is not documented, and
// its URL is on the real service.
func collection[T any](x *exchange, got *client.Collection[T]) {
	x.t.Helper()
	for page, err := range got.Pages(x.t.Context()) {
		x.value(page, err)
		return
	}
	x.t.Error("the client returned no page")
}

// collectionFailed checks the error of a call that returns a list.
func collectionFailed[T any](x *exchange, got *client.Collection[T]) {
	x.t.Helper()
	for _, err := range got.Pages(x.t.Context()) {
		x.failed(err)
		return
	}
	x.t.Error("the client returned neither a page nor an error")
}

// stream checks returned content.
func (x *exchange) stream(got *client.Stream, err error) {
	x.t.Helper()
	if got != nil && got.ReadCloser != nil {
		defer got.Close()
	}
	if !x.succeeded(err) {
		return
	}
	data, err := io.ReadAll(got)
	if err != nil {
		x.t.Errorf("reading the content: %v", err)
	}
	x.compareBytes("content", x.response.body, data)
	if want := x.response.header.Get("Content-Type"); want != "" && !tolerance.SameMedia(want, got.ContentType) {
		x.t.Errorf("content type: want %s, got %s", want, got.ContentType)
	}
}

// accepted checks the result of a call that the service carries out later.
func (x *exchange) accepted(got *client.Accepted, err error) {
	x.t.Helper()
	if !x.succeeded(err) {
		return
	}
	x.sameLocation(x.response.header.Get("Location"), got.Location)
	if want := x.retryAfter(); got.RetryAfter != want {
		x.t.Errorf("RetryAfter: want %v, got %v", want, got.RetryAfter)
	}
}

// atOnce checks the second result of a call that the service carries out at once,
// although it may answer 202.
func (x *exchange) atOnce(later *client.Accepted) {
	x.t.Helper()
	if later != nil {
		x.t.Errorf("the client returned %+v for status %d", *later, x.response.status)
	}
}

// redirect checks the result of a call that returns the URL of the content.
func (x *exchange) redirect(got *client.Redirect, err error) {
	x.t.Helper()
	if !x.succeeded(err) {
		return
	}
	want := x.response.header.Get("Location")
	if base, err := url.Parse(x.url); err == nil { // the client resolves relative URLs
		if u, err := base.Parse(want); err == nil {
			want = u.String()
		}
	}
	x.sameLocation(want, got.Location)
}

// failed checks the error of a call.
func (x *exchange) failed(err error) {
	x.t.Helper()
	x.checked = true
	var e *client.Error
	if !errors.As(err, &e) {
		x.t.Errorf("want an *Error with status %d, got %v", x.response.status, err)
		return
	}
	if e.StatusCode != x.response.status {
		x.t.Errorf("StatusCode: want %d, got %d", x.response.status, e.StatusCode)
	}
	if !x.response.isJSON() {
		x.compareBytes("Body", x.response.body, e.Body)
		return
	}
	x.compare("Body", comparison{}, x.response.body, e.Body, nil)
	want := &client.Error{}
	if want.UnmarshalJSON(x.response.body) == nil && (e.Code != want.Code || e.Message != want.Message) {
		x.t.Errorf("want %q %q, got %q %q", want.Code, want.Message, e.Code, e.Message)
	}
}

func (x *exchange) succeeded(err error) bool {
	x.t.Helper()
	x.checked = true
	if x.live {
		x.checkLive(err)
		return false
	}
	if err != nil {
		x.t.Errorf("the client returned an error: %v", err)
	}
	return err == nil
}

func (x *exchange) sameLocation(want, got string) {
	x.t.Helper()
	if got != want {
		x.t.Errorf("Location: want %s, got %s", want, got)
	}
}
