package client

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// maxErrorBody limits the size of Error.Body, in bytes.
const maxErrorBody = 64 << 10

// Error is returned by a call when the service responds with a status that does
// not mean success. Use [errors.As] to get it from the error of a call.
type Error struct {
	StatusCode int
	Code       string          // the service's error code, such as "ErrorItemNotFound"; may be empty
	Message    string          // the service's error message; may be empty
	RequestID  string          // identifies the request to the service's support; may be empty
	Inner      json.RawMessage // the service's innerError object with further details; may be nil
	RetryAfter time.Duration   // how long the service asks to wait before a retry; 0 if it does not
	Body       []byte          // the response body as received, at most 64 KiB
	Operation  *OperationInfo  // the operation that failed
	Route      int             // the index in Operation.Routes of the route that was called
}

func newError(resp *http.Response, k *call) *Error {
	defer drain(resp.Body)
	e := &Error{StatusCode: resp.StatusCode, Operation: k.op, Route: k.route}
	// If the body is truncated or not JSON, Code and Message stay empty; the
	// status is enough.
	var body bytes.Buffer
	_, _ = body.ReadFrom(io.LimitReader(resp.Body, maxErrorBody))
	e.Body = body.Bytes()
	_ = e.UnmarshalJSON(e.Body)
	if id := resp.Header.Get("Request-Id"); id != "" {
		e.RequestID = id
	}
	e.RetryAfter, _ = retryAfter(resp.Header)
	return e
}

// Error returns a text with the operation, the status, the service's code and
// message, and the request ID. For 401 and 403 it adds the documented
// permissions of the route.
func (e *Error) Error() string {
	text := strconv.Itoa(e.StatusCode)
	if status := http.StatusText(e.StatusCode); status != "" {
		text += " " + status
	}
	if e.Operation != nil {
		text = e.Operation.Name + ": " + text
	}
	switch {
	case e.Code != "" && e.Message != "":
		text += ": " + e.Code + ": " + e.Message
	case e.Code != "" || e.Message != "":
		text += ": " + e.Code + e.Message
	case len(e.Body) > 0:
		text += fmt.Sprintf(": %.200q", e.Body)
	}
	if e.RequestID != "" {
		text += "; request-id " + e.RequestID
	}
	return text + e.permissions()
}

// permissions returns the text about documented permissions if the service
// denied the call, else "".
func (e *Error) permissions() string {
	denied := e.StatusCode == http.StatusUnauthorized || e.StatusCode == http.StatusForbidden
	if !denied || e.Operation == nil || e.Operation.Permissions == nil {
		return ""
	}
	documented := e.Operation.Permissions.On(e.Route).String()
	if strings.Contains(e.Message, documented) {
		return ""
	}
	return "; documented permissions: " + documented
}

// errorJSON is the error form of OData services.
type errorJSON struct {
	Error struct {
		Code    string          `json:"code"`
		Message string          `json:"message"`
		Inner   json.RawMessage `json:"innerError,omitempty"`
	} `json:"error"`
}

// MarshalJSON encodes the error in the form that services use:
// {"error": {"code": …, "message": …, "innerError": …}}.
func (e *Error) MarshalJSON() ([]byte, error) {
	var raw errorJSON
	raw.Error.Code, raw.Error.Message, raw.Error.Inner = e.Code, e.Message, e.Inner
	return json.Marshal(raw)
}

// UnmarshalJSON decodes the form that [Error.MarshalJSON] writes. It also accepts
// the form of token services ({"error": "…", "error_description": "…"}), and
// codes and messages that are not strings.
func (e *Error) UnmarshalJSON(data []byte) error {
	var outer struct {
		Error       json.RawMessage `json:"error"`
		Description anyText         `json:"error_description"`
	}
	if err := json.Unmarshal(data, &outer); err != nil {
		return err
	}
	var inner struct {
		Code, Message anyText
		InnerError    json.RawMessage
	}
	if json.Unmarshal(outer.Error, &inner) != nil { // the form of token services
		_ = inner.Code.UnmarshalJSON(outer.Error)
		inner.Message = outer.Description
	}
	e.Code, e.Message, e.Inner = string(inner.Code), string(inner.Message), inner.InnerError
	var details struct {
		RequestID anyText `json:"request-id"`
	}
	if json.Unmarshal(e.Inner, &details) == nil {
		e.RequestID = string(details.RequestID)
	}
	return nil
}

// anyText is the text of a JSON string, or any other JSON value unchanged.
type anyText string

// UnmarshalJSON accepts any JSON value.
func (t *anyText) UnmarshalJSON(data []byte) error {
	var text string
	if json.Unmarshal(data, &text) != nil {
		text = string(data)
	}
	*t = anyText(text)
	return nil
}
