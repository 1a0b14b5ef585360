package server

import (
	"fmt"
	"net/http"
	"strconv"
)

// answer sends a result with the status that the handler set, or else the
// documented one, or else usual.
func (c *call) answer(usual int, contentType string, data []byte) error {
	status, err := c.status(usual)
	if err != nil {
		return err
	}
	clearBodyHeaders(c.Header())
	c.send(status, contentType, data)
	return nil
}

// status refuses what net/http would panic on, and what is no final answer.
func (c *call) status(usual int) (int, error) {
	status := c.reply.status
	if status == 0 {
		status = c.Operation.Success
	}
	if status == 0 {
		status = usual
	}
	if status < 200 || status > 599 {
		return 0, fmt.Errorf("%d is not a status to answer with", status)
	}
	return status, nil
}

// send writes a whole response. Its length is stated, so that a connection
// that breaks cannot pass for its end.
func (c *call) send(status int, contentType string, data []byte) {
	if !hasBody(status) {
		data, contentType = nil, ""
	}
	h := c.Header()
	if contentType == "" {
		h.Del("Content-Type")
	} else {
		setContentType(h, contentType, "")
	}
	if hasBody(status) {
		h["Content-Length"] = []string{strconv.Itoa(len(data))}
	}
	c.reply.WriteHeader(status)
	if len(data) > 0 {
		c.reply.Write(data) // an error: the caller has gone
	}
}

// hasBody is false for answers that end with their headers.
func hasBody(status int) bool {
	return status != http.StatusNoContent && status != http.StatusNotModified
}

// setContentType keeps a handler's own type.
func setContentType(h http.Header, types ...string) {
	for _, t := range types {
		if t != "" && h.Get("Content-Type") == "" {
			h["Content-Type"] = []string{t}
		}
	}
}

// clearBodyHeaders drops what only the server can know: documented examples
// show lengths that are not those of the body, and encodings it does not have.
func clearBodyHeaders(h http.Header) {
	for _, name := range []string{"Content-Length", "Transfer-Encoding", "Content-Encoding", "Connection"} {
		h.Del(name)
	}
}
