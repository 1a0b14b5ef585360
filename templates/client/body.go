package client

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
)

// Content is a body that is not JSON: a photo, a file. A call is repeated
// after a failure only when Reader can be read again: [*os.File],
// [*bytes.Reader], [*strings.Reader], [*bytes.Buffer] can. The Reader is never closed.
type Content struct {
	Type   string // the Content-Type; when empty, the documented one
	Reader io.Reader
}

// payload is a request body that can be opened once for each try.
type payload struct {
	contentType string
	size        int64 // -1: unknown
	open        func() io.Reader
	once        bool // the reader cannot be read again
}

// payload encodes the call's body; nil means that there is none.
func (k *call) payload() (*payload, error) {
	switch body := k.body.(type) {
	case nil:
		return nil, nil
	case uploader:
		return body.upload(k.contentType), nil
	}
	data, err := json.Marshal(k.body)
	if err != nil {
		return nil, err
	}
	p := bytesPayload(data)
	p.contentType = firstNonEmpty(k.contentType, "application/json")
	return p, nil
}

// uploader is a body that is not JSON. It is an interface so that programs
// which send none have no code for it.
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

// content finds out whether r can be read again. A file or reader is read
// through io.ReaderAt, not by seeking back: the transport may still be reading
// the body of a try that failed.
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

// attach puts the body, freshly opened, on a request.
func (p *payload) attach(req *http.Request) {
	if p == nil {
		return
	}
	req.Header["Content-Type"] = []string{p.contentType}
	if p.size == 0 { // else net/http would send it in chunks
		req.Body, req.ContentLength = http.NoBody, 0
	} else {
		req.Body, req.ContentLength = io.NopCloser(p.open()), p.size
	}
	if !p.once { // lets net/http replay it on a redirect or a dead connection
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
