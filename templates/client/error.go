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

// maxErrorBody bounds what is kept of an error's body.
const maxErrorBody = 64 << 10

// Error is what a call returns when the service answers with anything but
// success. Get at it with [errors.As].
type Error struct {
	StatusCode int
	Code       string // the service's word for it, such as "ErrorItemNotFound"; may be empty
	Message    string
	RequestID  string          // for the service's support
	Inner      json.RawMessage // more about the error, if the service says more
	RetryAfter time.Duration   // how long the service asks to wait; 0 when it does not
	Body       []byte          // as received, whatever it is; 64 KiB at most
	Operation  *OperationInfo
}

func newError(resp *http.Response, op *OperationInfo) *Error {
	defer drain(resp.Body)
	e := &Error{StatusCode: resp.StatusCode, Operation: op}
	// A body that breaks off or is HTML leaves Code and Message empty: the
	// status is what matters.
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

// Error says which call failed and why. For 401 and 403 it says which
// permissions the operation's page asks for.
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

// permissions says what the operation's page asks for when the service denied the call.
func (e *Error) permissions() string {
	denied := e.StatusCode == http.StatusUnauthorized || e.StatusCode == http.StatusForbidden
	if !denied || e.Operation == nil || e.Operation.Permissions == nil {
		return ""
	}
	documented := e.Operation.Permissions.String()
	if strings.Contains(e.Message, documented) {
		return ""
	}
	return "; documented permissions: " + documented
}

// errorJSON is an error as services write it.
type errorJSON struct {
	Error struct {
		Code    string          `json:"code"`
		Message string          `json:"message"`
		Inner   json.RawMessage `json:"innerError,omitempty"`
	} `json:"error"`
}

// MarshalJSON writes the error as services do: {"error": {"code", "message", "innerError"}}.
func (e *Error) MarshalJSON() ([]byte, error) {
	var raw errorJSON
	raw.Error.Code, raw.Error.Message, raw.Error.Inner = e.Code, e.Message, e.Inner
	return json.Marshal(raw)
}

// UnmarshalJSON reads what [Error.MarshalJSON] writes, and the odd forms that
// services send now and then.
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
	if json.Unmarshal(outer.Error, &inner) != nil { // as token services do
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

// anyText is a JSON string's text, or other JSON as it stands.
type anyText string

// UnmarshalJSON takes any JSON.
func (t *anyText) UnmarshalJSON(data []byte) error {
	var text string
	if json.Unmarshal(data, &text) != nil {
		text = string(data)
	}
	*t = anyText(text)
	return nil
}
