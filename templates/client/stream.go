package client

import (
	"context"
	"io"
	"net/http"
)

// Stream is the body of a response that is not JSON, such as a photo, a file or
// a report. The caller must close it, whether or not it was read to the end.
type Stream struct {
	io.ReadCloser
	ContentType   string // the Content-Type header; may be empty
	ContentLength int64  // in bytes; -1 if unknown

	StatusCode   int    // 200, or 206 if the stream is the part in ContentRange
	ETag         string // of the content as it is now; may be empty
	ContentRange string // the Content-Range header, such as "bytes 100-199/200"; may be empty
}

// stream makes a call whose response is content of any type.
func stream(ctx context.Context, c *caller, k *call, opts []RequestOption) (*Stream, error) {
	k.accept = acceptAny
	resp, err := c.send(ctx, k, opts)
	if err != nil || k.isLater(resp) {
		return nil, err
	}
	return newStream(resp), nil
}

func newStream(resp *http.Response) *Stream {
	return &Stream{
		ReadCloser:    resp.Body,
		ContentType:   resp.Header.Get("Content-Type"),
		ContentLength: resp.ContentLength,
		StatusCode:    resp.StatusCode,
		ETag:          resp.Header.Get("ETag"),
		ContentRange:  resp.Header.Get("Content-Range"),
	}
}
