package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	client "github.com/mdwire/mdwire/templates/client"
)

// The functions below answer with what a handler returned. An error goes back
// to the router; a handler that has used Writer has answered already.

// none answers without a body.
func (c *call) none(err error) error {
	if err != nil || c.reply.wrote {
		return err
	}
	return c.answer(http.StatusNoContent, "", nil)
}

// value answers with JSON. out is a pointer.
func (c *call) value(out any, err error) error {
	if err != nil || c.reply.wrote {
		return err
	}
	if reflect.ValueOf(out).IsNil() {
		return errNothing
	}
	return c.json(out)
}

var errNothing = errors.New("the handler returned neither a value nor an error")

// page answers with a *client.Page; nil is an empty one.
func (c *call) page(out any, err error) error {
	if err == nil && reflect.ValueOf(out).IsNil() {
		out = &client.Page[struct{}]{}
	}
	return c.value(out, err)
}

// scalar answers with {"value": …}, or with plain text where the path ends in
// $count or $value.
func (c *call) scalar(out any, err error) error {
	if err != nil || c.reply.wrote {
		return err
	}
	path := c.Operation.Routes[c.RouteIndex].Template
	if strings.HasSuffix(path, "/$count") || strings.HasSuffix(path, "/$value") {
		return c.answer(http.StatusOK, "text/plain", fmt.Append(nil, out))
	}
	return c.json(map[string]any{"value": out})
}

// accepted answers that the work goes on.
func (c *call) accepted(out *client.Accepted, err error) error {
	if err != nil || c.reply.wrote {
		return err
	}
	if out != nil && out.Location != "" {
		c.Header().Set("Location", out.Location)
	}
	if out != nil {
		setRetryAfter(c.Header(), out.RetryAfter)
	}
	return c.answer(http.StatusAccepted, "", nil)
}

// redirect answers with where the content is.
func (c *call) redirect(out *client.Redirect, err error) error {
	if err != nil || c.reply.wrote {
		return err
	}
	if out == nil || out.Location == "" {
		return errNothing
	}
	c.Header().Set("Location", out.Location)
	return c.answer(http.StatusFound, "", nil)
}

// stream answers with content, and closes it. A stream that breaks breaks the
// connection: its length may not be known, and a part must not pass for the whole.
func (c *call) stream(out *client.Stream, err error) error {
	if out != nil && out.ReadCloser != nil {
		defer out.Close()
	}
	if err != nil || c.reply.wrote {
		return err
	}
	if out == nil || out.ReadCloser == nil {
		return errNothing
	}
	status, err := c.status(http.StatusOK)
	if err != nil {
		return err
	}
	clearBodyHeaders(c.Header())
	setContentType(c.Header(), out.ContentType, "application/octet-stream")
	if out.ContentLength > 0 {
		c.Header().Set("Content-Length", strconv.FormatInt(out.ContentLength, 10))
	}
	c.reply.WriteHeader(status)
	if !hasBody(status) || c.HTTP.Method == http.MethodHead {
		return nil
	}
	if _, err := io.Copy(&c.reply, out); err != nil {
		c.router.log(c.HTTP, err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

func (c *call) json(out any) error {
	data, err := json.Marshal(out)
	if err != nil {
		return err
	}
	return c.answer(http.StatusOK, "application/json", data)
}
