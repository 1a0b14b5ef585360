package client

import (
	"context"
	"io"
	"net/http"
)

// Stream is a response that is not JSON: a photo, a file, a report. Read it to
// the end or stop early, and close it in either case.
type Stream struct {
	io.ReadCloser
	ContentType   string
	ContentLength int64 // -1 when unknown
}

// stream makes a call that is answered with content of any type.
func stream(ctx context.Context, c *caller, k *call, opts []RequestOption) (*Stream, error) {
	k.accept = "*/*"
	resp, err := c.send(ctx, k, opts)
	if err != nil {
		return nil, err
	}
	return newStream(resp), nil
}

func newStream(resp *http.Response) *Stream {
	return &Stream{
		ReadCloser:    resp.Body,
		ContentType:   resp.Header.Get("Content-Type"),
		ContentLength: resp.ContentLength,
	}
}
