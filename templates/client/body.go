package client

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
)

// Content is a request body that is not JSON, such as a photo or a file.
//
// A failed call is retried only if Reader can be read again: it must be a
// [*bytes.Buffer] or implement [io.ReaderAt] and [io.Seeker], as [*os.File],
// [*bytes.Reader] and [*strings.Reader] do. Reading starts at the Reader's
// current position. The Reader is never closed.
type Content struct {
	Type   string // the Content-Type; if empty, the documented one
	Reader io.Reader
}

// payload is a request body that is opened for each try.
type payload struct {
	contentType string
	size        int64 // -1: unknown
	open        func() io.Reader
	once        bool // it can be read only once
}

// payload encodes the call's body. It returns nil if the call has no body.
func (k *call) payload() (*payload, error) {
	switch body := k.body.(type) {
	case nil:
		return nil, nil
	case uploader:
		return body.upload(k.contentType), nil
	case json.RawMessage:
		if body == nil { // of a type that is not documented; it marshals as null
			return nil, nil
		}
	}
	data, err := json.Marshal(k.body)
	if err != nil {
		return nil, err
	}
	p := bytesPayload(data)
	p.contentType = firstNonEmpty(k.contentType, "application/json")
	return p, nil
}

// uploader is a body that is not JSON. It is an interface so that the linker
// drops Content from programs that do not use it.
type uploader interface {
	upload(documentedType string) *payload
}

func (c Content) upload(documentedType string) *payload {
	p := content(c.Reader)
	p.contentType = firstNonEmpty(c.Type, documentedType, "application/octet-stream")
	return p
}

func bytesPayload(data []byte) *payload {
	return &payload{size: int64(len(data)), open: func() io.Reader { return bytes.NewReader(data) }}
}

// content returns the payload of r, which can be sent again if r allows it.
// It reads files through io.ReaderAt instead of seeking back because the
// transport may still be reading the body of a failed try.
func content(r io.Reader) *payload {
	if r == nil {
		return bytesPayload(nil)
	}
	if b, ok := r.(*bytes.Buffer); ok {
		return bytesPayload(b.Bytes())
	}
	if at, ok := r.(interface {
		io.ReaderAt
		io.Seeker
	}); ok {
		start, err := at.Seek(0, io.SeekCurrent)
		end, errEnd := at.Seek(0, io.SeekEnd)
		if err == nil && errEnd == nil {
			size := end - start
			return &payload{size: size, open: func() io.Reader { return io.NewSectionReader(at, start, size) }}
		}
	}
	return &payload{size: -1, once: true, open: func() io.Reader { return r }}
}

func (p *payload) replayable() bool { return p == nil || !p.once }

// attach opens the body and sets it on a request.
func (p *payload) attach(req *http.Request) {
	if p == nil {
		return
	}
	req.Header["Content-Type"] = []string{p.contentType}
	if p.size == 0 { // net/http takes 0 with a body for an unknown length and would send chunks
		req.Body, req.ContentLength = http.NoBody, 0
	} else {
		req.Body, req.ContentLength = io.NopCloser(p.open()), p.size
	}
	if !p.once { // lets net/http send it again after a redirect or on a new connection
		req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(p.open()), nil }
	}
}

func firstNonEmpty(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}
