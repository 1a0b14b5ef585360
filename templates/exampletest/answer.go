package exampletest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"reflect"

	client "github.com/mdwire/mdwire/templates/client"
)

// The functions below implement the test's handlers. They check their input and
// return the decoded documented response.

// answerValue returns a value or a page; v points to a zero one. The type
// parameter is the pointer type because the compiler shares one copy of the code
// between all pointer types.
func answerValue[P any](ctx context.Context, in any, v P) (P, error) {
	var none P
	x := from(ctx)
	r := requestOf(in)
	if done, err := x.answer(r, in); done {
		return none, err
	}
	x.responseType = reflect.TypeOf(v).Elem()
	if x.response.isEmpty() {
		x.answerAsWritten(r)
		return none, nil
	}
	if err := json.Unmarshal(x.response.body, v); err != nil {
		x.t.Errorf("response: the documented body cannot be decoded: %v", err)
	}
	return v, nil
}

// answerScalar returns a primitive value.
func answerScalar[T any](ctx context.Context, in any) (v T, err error) {
	x := from(ctx)
	r := requestOf(in)
	if done, err := x.answer(r, in); done {
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

func answerNone(ctx context.Context, in any) error {
	_, err := from(ctx).answer(requestOf(in), in)
	return err
}

func answerStream(ctx context.Context, in any) (*client.Stream, error) {
	x := from(ctx)
	r := requestOf(in)
	if done, err := x.answer(r, in); done {
		return nil, err
	}
	return &client.Stream{
		ReadCloser:    io.NopCloser(bytes.NewReader(x.response.body)),
		ContentType:   x.response.header.Get("Content-Type"),
		ContentLength: int64(len(x.response.body)),
	}, nil
}

func answerAccepted(ctx context.Context, in any) (*client.Accepted, error) {
	x := from(ctx)
	x.isPlace = true
	r := requestOf(in)
	if done, err := x.answer(r, in); done {
		return nil, err
	}
	return &client.Accepted{Location: x.response.header.Get("Location"), RetryAfter: x.retryAfter()}, nil
}

func answerRedirect(ctx context.Context, in any) (*client.Redirect, error) {
	x := from(ctx)
	x.isPlace = true
	r := requestOf(in)
	if done, err := x.answer(r, in); done {
		return nil, err
	}
	return &client.Redirect{Location: x.response.header.Get("Location")}, nil
}

// orAccepted answers with 202 if the example does, otherwise with a value.
func orAccepted[T any](ctx context.Context, in any, value func() (T, error)) (v T, later *client.Accepted, err error) {
	if from(ctx).response.status == http.StatusAccepted {
		later, err = answerAccepted(ctx, in)
		return v, later, err
	}
	v, err = value()
	return v, nil, err
}
