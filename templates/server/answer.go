package server

import (
	"fmt"
	"net/http"
	"strconv"
)

// answer sends a result with the status that the handler set, else with the
// documented status, else with usual.
func (c *call) answer(usual int, contentType string, data []byte) error {
	status, err := c.status(usual)
	if err != nil {
		return err
	}
	clearBodyHeaders(c.Header())
	c.send(status, contentType, data)
	return nil
}

// status returns the status of the response, see answer. It returns an error
// for statuses that net/http panics on and for 1xx, which are not final.
func (c *call) status(usual int) (int, error) {
	status := c.reply.status
	if status == 0 {
		status = c.Operation.Success
	}
	if status == 0 {
		status = usual
	}
	if status < 200 || status > 599 {
		return 0, fmt.Errorf("invalid response status %d: it must be 200 to 599", status)
	}
	return status, nil
}

// send writes a whole response. It sets the Content-Length so that clients
// detect a broken connection.
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
		c.reply.Write(data) // an error means that the client closed the connection
	}
}

// hasBody reports whether responses with the status can have a body.
func hasBody(status int) bool {
	return status != http.StatusNoContent && status != http.StatusNotModified
}

// setContentType sets the first of types that is not empty, unless the handler
// has set a Content-Type.
func setContentType(h http.Header, types ...string) {
	for _, t := range types {
		if t != "" && h.Get("Content-Type") == "" {
			h["Content-Type"] = []string{t}
		}
	}
}

// clearBodyHeaders removes headers that only the server can set correctly.
// Handlers may copy them from documented examples, whose lengths and encodings do
// not match the body.
func clearBodyHeaders(h http.Header) {
	for _, name := range []string{"Content-Length", "Transfer-Encoding", "Content-Encoding", "Connection"} {
		h.Del(name)
	}
}
