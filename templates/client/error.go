package client

import (
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
	e.Body, _ = io.ReadAll(io.LimitReader(resp.Body, maxErrorBody))
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
	var b strings.Builder
	if e.Operation != nil {
		b.WriteString(e.Operation.Name + ": ")
	}
	b.WriteString(strconv.Itoa(e.StatusCode))
	if text := http.StatusText(e.StatusCode); text != "" {
		b.WriteString(" " + text)
	}
	switch {
	case e.Code != "" && e.Message != "":
		b.WriteString(": " + e.Code + ": " + e.Message)
	case e.Code != "" || e.Message != "":
		b.WriteString(": " + e.Code + e.Message)
	case len(e.Body) > 0:
		fmt.Fprintf(&b, ": %.200q", e.Body)
	}
	if e.RequestID != "" {
		b.WriteString("; request-id " + e.RequestID)
	}
	denied := e.StatusCode == http.StatusUnauthorized || e.StatusCode == http.StatusForbidden
	if denied && e.Operation != nil && e.Operation.Permissions != nil {
		if documented := e.Operation.Permissions.String(); !strings.Contains(e.Message, documented) {
			b.WriteString("; documented permissions: " + documented)
		}
	}
	return b.String()
}

type errorJSON struct {
	Code    string          `json:"code"`
	Message string          `json:"message"`
	Inner   json.RawMessage `json:"innerError,omitempty"`
}

// MarshalJSON writes the error as services do: {"error": {"code", "message", "innerError"}}.
func (e *Error) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]errorJSON{"error": {e.Code, e.Message, e.Inner}})
}

// UnmarshalJSON reads what [Error.MarshalJSON] writes, and the odd forms that
// services send now and then.
func (e *Error) UnmarshalJSON(data []byte) error {
	var outer struct {
		Error       json.RawMessage `json:"error"`
		Description json.RawMessage `json:"error_description"`
	}
	if err := json.Unmarshal(data, &outer); err != nil {
		return err
	}
	var inner struct {
		Code, Message json.RawMessage
		InnerError    json.RawMessage
	}
	if json.Unmarshal(outer.Error, &inner) != nil { // as token services do
		e.Code, e.Message = anyText(outer.Error), anyText(outer.Description)
		return nil
	}
	e.Code, e.Message, e.Inner = anyText(inner.Code), anyText(inner.Message), inner.InnerError
	var details struct {
		RequestID json.RawMessage `json:"request-id"`
	}
	if json.Unmarshal(e.Inner, &details) == nil {
		e.RequestID = anyText(details.RequestID)
	}
	return nil
}

// anyText gives a JSON string's text, and other JSON as it stands.
func anyText(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return string(raw)
	}
	return s
}
