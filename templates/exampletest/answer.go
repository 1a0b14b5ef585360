package exampletest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"reflect"

	client "github.com/mdwire/mdwire/templates/client"
	server "github.com/mdwire/mdwire/templates/server"
)

// The functions below are what the test's handlers do: look at the decoded
// request, and return the documented response decoded. Body is nil for
// operations without one.

// answerValue is for values and for pages.
func answerValue[T any](ctx context.Context, r *server.Request, body any) (*T, error) {
	x := from(ctx)
	if done, err := x.answer(r, body); done {
		return nil, err
	}
	v := new(T)
	x.responseType = reflect.TypeFor[T]()
	if x.response.isEmpty() {
		x.answerAsWritten(r) // there is nothing to decode
		return nil, nil
	}
	if err := json.Unmarshal(x.response.body, v); err != nil {
		x.t.Errorf("response: the documented body cannot be decoded: %v", err)
	}
	return v, nil
}

// answerScalar is for a single primitive value.
func answerScalar[T any](ctx context.Context, r *server.Request, body any) (v T, err error) {
	x := from(ctx)
	if done, err := x.answer(r, body); done {
		return v, err
	}
	if x.response.isEmpty() {
		x.answerAsWritten(r)
		return v, nil
	}
	x.isScalar, x.responseType = true, reflect.TypeFor[T]()
	if err := json.Unmarshal(scalarJSON(x.response.body), &v); err != nil {
		x.t.Errorf("response: the documented value cannot be decoded: %v", err)
	}
	return v, nil
}

func answerNone(ctx context.Context, r *server.Request, body any) error {
	_, err := from(ctx).answer(r, body)
	return err
}

func answerStream(ctx context.Context, r *server.Request, body any) (*client.Stream, error) {
	x := from(ctx)
	if done, err := x.answer(r, body); done {
		return nil, err
	}
	return &client.Stream{
		ReadCloser:    io.NopCloser(bytes.NewReader(x.response.body)),
		ContentType:   x.response.header.Get("Content-Type"),
		ContentLength: int64(len(x.response.body)),
	}, nil
}

func answerAccepted(ctx context.Context, r *server.Request, body any) (*client.Accepted, error) {
	x := from(ctx)
	x.isPlace = true
	if done, err := x.answer(r, body); done {
		return nil, err
	}
	return &client.Accepted{Location: x.response.header.Get("Location"), RetryAfter: x.retryAfter()}, nil
}

func answerRedirect(ctx context.Context, r *server.Request, body any) (*client.Redirect, error) {
	x := from(ctx)
	x.isPlace = true
	if done, err := x.answer(r, body); done {
		return nil, err
	}
	return &client.Redirect{Location: x.response.header.Get("Location")}, nil
}
