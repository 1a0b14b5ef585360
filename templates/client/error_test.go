package client

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestError(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("request-id", "42")
		w.Header().Set("Retry-After", "7")
		answer(403, "application/json", `{"error":{"code":"ErrorAccessDenied","message":"Access is denied.","innererror":{"request-id":"41","date":"x"}}}`)(w, r)
	})
	_, err := s.client().Message().Move(t.Context(), AtMeMessages("1"), MessageMoveBody{})
	e := wantError(t, err, 403)
	equal(t, e.Code, "ErrorAccessDenied")
	equal(t, e.Message, "Access is denied.")
	equal(t, e.RequestID, "42")
	equal(t, e.RetryAfter, 7*time.Second)
	equal(t, e.Operation, &OpMessageMove)
	equalJSON(t, e.Inner, `{"request-id":"41","date":"x"}`)
	equal(t, err.Error(), "message-move: 403 Forbidden: ErrorAccessDenied: Access is denied.; request-id 42; "+
		"documented permissions: delegated (work or school account): Mail.ReadWrite; delegated (personal account): Mail.ReadWrite; application: Mail.ReadWrite")
}

func TestOddErrors(t *testing.T) {
	tests := []struct{ body, code, message, text string }{
		{"", "", "", "user-get: 400 Bad Request"},
		{"<html>\x1b[31mno</html>", "", "", `user-get: 400 Bad Request: "<html>\x1b[31mno</html>"`},
		{`{"error":{}}`, "", "", `user-get: 400 Bad Request: "{\"error\":{}}"`},
		{`{"error":{"code":"X"}}`, "X", "", "user-get: 400 Bad Request: X"},
		{`{"error":{"code":7,"message":{"value":"no"}}}`, "7", `{"value":"no"}`, `user-get: 400 Bad Request: 7: {"value":"no"}`},
		{`{"error":"invalid_grant","error_description":"expired"}`, "invalid_grant", "expired", "user-get: 400 Bad Request: invalid_grant: expired"},
		{`{"error":null}`, "", "", `user-get: 400 Bad Request: "{\"error\":null}"`},
		{`{"error":[1]}`, "[1]", "", "user-get: 400 Bad Request: [1]"},
		{`null`, "", "", `user-get: 400 Bad Request: "null"`},
		{`[]`, "", "", `user-get: 400 Bad Request: "[]"`},
		{`{"error":{"code":"X","innerError":[]}}`, "X", "", "user-get: 400 Bad Request: X"},
	}
	for _, test := range tests {
		c := newService(t, answer(400, "text/html", test.body)).client()
		_, err := c.User().Get(t.Context(), AtUsers("1"))
		e := wantError(t, err, 400)
		if e.Code != test.code || e.Message != test.message || err.Error() != test.text || string(e.Body) != test.body {
			t.Errorf("%s: code %q, message %q, text %s; want %+v", test.body, e.Code, e.Message, err, test)
		}
	}
}

func TestErrorBodyIsBounded(t *testing.T) {
	c := newService(t, answer(500, "text/plain", strings.Repeat("x", 1<<20))).client()
	_, err := c.User().Get(t.Context(), AtUsers("1"))
	equal(t, len(wantError(t, err, 500).Body), maxErrorBody)
	if len(err.Error()) > 300 {
		t.Errorf("error text has %d bytes, want at most 300", len(err.Error()))
	}
}

func TestErrorJSON(t *testing.T) {
	e := &Error{StatusCode: 404, Code: "notFound", Message: "No such user.", Inner: json.RawMessage(`{"request-id":"9"}`)}
	equalJSON(t, e, `{"error":{"code":"notFound","message":"No such user.","innerError":{"request-id":"9"}}}`)
	equalJSON(t, &Error{}, `{"error":{"code":"","message":""}}`)
	var back Error
	data, err := json.Marshal(e)
	check(t, err)
	check(t, json.Unmarshal(data, &back))
	equal(t, back, Error{Code: e.Code, Message: e.Message, Inner: e.Inner, RequestID: "9"})
	equal(t, (&Error{StatusCode: 599}).Error(), "599")
}

func TestPermissionsText(t *testing.T) {
	var none *Permissions
	equal(t, none.String(), "not documented")
	equal(t, AnyOf{{"A"}, {"B", "C"}}.String(), "A, or B with C")
	equal(t, AnyOf(nil).String(), "not supported")
}

func FuzzErrorBody(f *testing.F) {
	f.Add(`{"error":{"code":"X","message":"y","innerError":{"request-id":null}}}`)
	f.Add(`{"error":`)
	f.Fuzz(func(t *testing.T, body string) {
		c := transport(func(*http.Request) (*http.Response, error) { return response(400, body), nil }).client()
		_, err := c.User().Get(context.Background(), AtUsers("1"))
		_ = wantError(t, err, 400).Error()
	})
}
