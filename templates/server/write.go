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

// The functions below send the results of a handler. They return an error to the
// router, and do nothing if the handler has written to Writer.

// none sends a response without a body.
func (c *call) none(err error) error {
	if err != nil || c.reply.wrote {
		return err
	}
	return c.answer(http.StatusNoContent, "", nil)
}

// value sends out, a pointer, as JSON.
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

// page sends out, a *client.Page, in the documented envelope. A nil page is sent as
// an empty one.
func (c *call) page(out any, err error) error {
	if err == nil && reflect.ValueOf(out).IsNil() {
		out = &client.Page[struct{}]{}
	}
	if e := c.Operation.Envelope; err == nil && e != nil {
		page := reflect.New(reflect.TypeOf(out).Elem()) // handlers may share pages
		page.Elem().Set(reflect.ValueOf(out).Elem())
		page.Elem().FieldByName("Envelope").Set(reflect.ValueOf(e))
		out = page.Interface()
	}
	return c.value(out, err)
}

// scalar sends a primitive value as {"value": …}, or as plain text if the path
// ends with $count or $value.
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

// accepted sends 202.
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

// later sends 202 although the documented status is that of a value.
func (c *call) later(out *client.Accepted, err error) error {
	if c.reply.status == 0 {
		c.reply.status = http.StatusAccepted
	}
	return c.accepted(out, err)
}

// redirect sends 302 with the URL of the content.
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

// stream sends and closes content. If reading it fails, stream aborts the
// connection so that the client does not take a part for the whole content, whose
// length may be unknown.
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
	if out.StatusCode != 0 && c.reply.status == 0 {
		c.reply.status = out.StatusCode
	}
	status, err := c.status(http.StatusOK)
	if err != nil {
		return err
	}
	clearBodyHeaders(c.Header())
	setHeader(c.Header(), "ETag", out.ETag)
	setHeader(c.Header(), "Content-Range", out.ContentRange)
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

// setHeader sets a header unless its value is empty.
func setHeader(h http.Header, name, value string) {
	if value != "" {
		h.Set(name, value)
	}
}

func (c *call) json(out any) error {
	data, err := json.Marshal(out)
	if err != nil {
		return err
	}
	return c.answer(http.StatusOK, "application/json", data)
}
