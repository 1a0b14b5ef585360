package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
)

func failure(status int, code, message string) *client.Error {
	return &client.Error{StatusCode: status, Code: code, Message: message}
}

func (s *settings) notFound(path string) error {
	message := "No documented route matches " + path + "."
	if !strings.HasPrefix(path, s.prefix) {
		message += " All routes start with " + s.prefix + "."
	}
	return missed{failure(http.StatusNotFound, "itemNotFound", message), false}
}

// notImplemented returns the error of a method of Unimplemented.
func notImplemented(method string) error {
	return missed{failure(http.StatusNotImplemented, "notSupported", method+" is not implemented."), true}
}

// fail sends the response for an error.
func (c *call) fail(err error) {
	e := c.serviceError(err)
	if c.reply.wrote {
		return // too late for another response; serviceError has logged the error
	}
	clearBodyHeaders(c.Header())
	c.Header().Del("Content-Type") // the handler may have set it for the result
	if e.StatusCode == http.StatusUnauthorized && c.Header().Get("WWW-Authenticate") == "" {
		c.Header().Set("WWW-Authenticate", "Bearer")
	}
	if e.RequestID != "" {
		c.Header().Set("Request-Id", e.RequestID)
	}
	setRetryAfter(c.Header(), e.RetryAfter)
	data, err := json.Marshal(e)
	if err != nil { // Inner is not valid JSON
		data, _ = json.Marshal(failure(e.StatusCode, e.Code, e.Message))
	}
	c.send(e.StatusCode, "application/json", data)
}

// serviceError returns the error that is sent to the client. It logs the errors
// that the client must not see.
func (c *call) serviceError(err error) *client.Error {
	var e *client.Error
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &e) && e != nil && e.StatusCode >= 400 && e.StatusCode <= 599:
		return e
	case errors.As(err, &tooLarge):
		return failure(http.StatusRequestEntityTooLarge, "invalidRequest",
			"The body is larger than "+strconv.FormatInt(tooLarge.Limit, 10)+" bytes.")
	}
	c.router.log(c.HTTP, err)
	return failure(http.StatusInternalServerError, "generalException", "Internal server error.")
}

func (s *settings) log(r *http.Request, err error) {
	if s.report != nil {
		s.report(r, err)
		return
	}
	log.Printf("%s %q: %v", r.Method, r.URL.Path, err)
}

// recover handles a panic of a handler with status 500. If a part of the response
// was already written, it aborts the connection, so that the client does not take
// the part for the whole response.
func (c *call) recover() {
	p := recover()
	if p == nil {
		return
	}
	if p == http.ErrAbortHandler {
		panic(p)
	}
	wrote := c.reply.wrote
	c.fail(fmt.Errorf("panic: %v\n%s", p, debug.Stack()))
	if wrote {
		panic(http.ErrAbortHandler)
	}
}

func setRetryAfter(h http.Header, wait time.Duration) {
	if wait > 0 {
		h.Set("Retry-After", strconv.FormatInt(int64((wait+time.Second-1)/time.Second), 10))
	}
}
