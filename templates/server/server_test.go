package server

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
)

// store is a handler like one that a user writes.
type store struct {
	Unimplemented
	t *testing.T
}

func (s store) UserGet(_ context.Context, in *UserGetInput) (*User, error) {
	switch in.UserID {
	case "missing":
		return nil, &client.Error{StatusCode: 404, Code: "itemNotFound", Message: "No such user.", RequestID: "r1", RetryAfter: 1500 * time.Millisecond}
	case "odd":
		return nil, &client.Error{StatusCode: 7}
	case "secret":
		return nil, errors.New("password is hunter2")
	case "nil":
		return nil, nil
	case "panic":
		panic("hunter2")
	case "abort":
		panic(http.ErrAbortHandler)
	case "late":
		io.WriteString(in.Request.Writer(), "half")
		panic("too late")
	case "raw":
		in.Request.Writer().WriteHeader(http.StatusTeapot)
		return nil, nil
	case "headers":
		in.Request.Header().Set("Content-Length", "3")
		in.Request.Header().Set("Content-Encoding", "gzip")
		in.Request.Header().Set("Connection", "close")
		in.Request.Header().Set("ETag", `W/"1"`)
		in.Request.SetStatus(206)
	case "notmodified":
		in.Request.SetStatus(304)
	case "badstatus":
		in.Request.SetStatus(99)
	}
	return &User{ID: in.UserID, DisplayName: in.Request.Query().Get("$select")}, nil
}

func (s store) UserCount(context.Context, *UserCountInput) (int64, error) { return 42, nil }

func (s store) UserReminderView(_ context.Context, in *UserReminderViewInput) (*client.Page[*Message], error) {
	return &client.Page[*Message]{Value: []*Message{{ID: in.Start.UTC().Format(time.RFC3339) + in.Zone}}, Count: new(int64(in.Count))}, nil
}

func (s store) MessageMove(_ context.Context, in *MessageMoveInput) (*Message, error) {
	return &Message{ID: in.UserID + "/" + in.MessageID, Subject: in.Body.DestinationID}, nil
}

func (s store) MessageList(context.Context, *MessageListInput) (*client.Page[*Message], error) {
	return nil, nil
}

func (s store) GroupPostMembers(_ context.Context, in *GroupPostMembersInput) error {
	if in.Body.ODataID == "" {
		return &client.Error{StatusCode: 400, Code: "invalidRequest"}
	}
	return nil
}

func (s store) ProfilePhotoGet(_ context.Context, in *ProfilePhotoGetInput) (*client.Stream, error) {
	body := io.Reader(strings.NewReader("JPEG"))
	if in.UserID == "broken" {
		body = io.MultiReader(body, failing{})
	}
	out := &client.Stream{ReadCloser: io.NopCloser(body), ContentType: "image/jpeg"}
	if in.UserID == "part" {
		out.StatusCode, out.ETag, out.ContentRange = 206, `"1"`, "bytes 0-3/9"
	}
	return out, nil
}

func (s store) ProfilePhotoUpdate(_ context.Context, in *ProfilePhotoUpdateInput) error {
	data, err := io.ReadAll(in.Body.Reader)
	if err == nil && (in.Body.Type != "image/jpeg" || string(data) != "JPEG") {
		s.t.Errorf("received the body %q of type %q", data, in.Body.Type)
	}
	return err
}

func (s store) DriveItemCopy(_ context.Context, in *DriveItemCopyInput) (*client.Accepted, error) {
	return &client.Accepted{Location: "https://x/" + in.ItemPath, RetryAfter: 5 * time.Second}, nil
}

func (s store) DriveItemRestore(_ context.Context, in *DriveItemRestoreInput) (*User, *client.Accepted, error) {
	if in.ItemID == "large" {
		return nil, &client.Accepted{Location: "https://x/large"}, nil
	}
	return &User{ID: in.ItemID}, nil, nil
}

func (s store) ReportRootGetUse(_ context.Context, in *ReportRootGetUseInput) (*client.Redirect, error) {
	return &client.Redirect{Location: "https://x/" + in.Period}, nil
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("disk") }

func TestServer(t *testing.T) {
	var logged []string
	h := New(store{t: t}, WithBodyLimit(64), WithErrorLog(func(_ *http.Request, err error) { logged = append(logged, err.Error()) }))
	for _, tt := range []struct {
		request, contentType, body string
		want                       string // the status, some headers and the body
	}{
		{"GET /users/adele?$select=id", "", "", `200 application/json {"id":"adele","displayName":"id"}`},
		{"HEAD /users/adele", "", "", `200 application/json {"id":"adele"}`}, // a real server omits the body
		{"GET /users/headers", "", "", `206 application/json Etag=W/"1" {"id":"headers"}`},
		{"GET /users/notmodified", "", "", `304`},
		{"GET /users/raw", "", "", `418`},
		{"GET /users/$count", "", "", `200 text/plain 42`},
		{
			"GET /users/a/reminderView(count=3,startDateTime='2020-01-02T03:04:05Z')?$zone=z", "", "",
			`200 application/json {"@odata.count":3,"value":[{"id":"2020-01-02T03:04:05Zz"}]}`,
		},
		{"GET /users/a/reminderView(count=3,startDateTime='2020')?$zone=z", "", "", `400 application/json The argument "2020" must be a time such as 2006-01-02T15:04:05Z.`},
		{"GET /users/a/reminderView(count=x,startDateTime='2020-01-02T03:04:05Z')?$zone=z", "", "", `400 application/json The argument "x" must be an integer.`},
		{"GET /users/a/reminderView(count=1,startDateTime='2020-01-02T03:04:05Z')", "", "", `400 application/json Missing query parameter "$zone".`},
		{"POST /me/messages/1/move", "application/json", `{"destinationId":"archive"}`, `201 application/json {"id":"/1","subject":"archive"}`},
		{"POST /users/a/messages/1/move", "", `{"destinationId":"archive"}`, `201 application/json {"id":"a/1","subject":"archive"}`},
		{"POST /me/messages/1/move", "application/problem+json; charset=utf-8", `{}`, `201 application/json {"id":"/1"}`},
		{"POST /me/messages/1/move", "", ``, `201 application/json {"id":"/1"}`},
		{"POST /me/messages/1/move", "text/plain", `{}`, `415 application/json The body must be of type application/json.`},
		{"POST /me/messages/1/move", "", `{"destinationId":7}`, `400 application/json The property "destinationId" of the body cannot be a number.`},
		{"POST /me/messages/1/move", "", `{} {}`, `400 application/json The body could not be read: invalid character '{' after top-level value.`},
		{"POST /me/messages/1/move", "", `{"destinationId":"` + strings.Repeat("x", 64) + `"}`, `413 application/json The body is larger than 64 bytes.`},
		{"GET /users/a/messages", "", "", `200 application/json {"value":[]}`},
		{"POST /groups/g/members/$ref", "", `{"@odata.id":"x"}`, `204`},
		{"POST /groups/g/members/$ref", "", `{}`, `400 application/json `},
		{"GET /users/a/photo/$value", "", "", `200 image/jpeg JPEG`},
		{"GET /users/part/photo/$value", "", "", `206 image/jpeg Etag="1" Content-Range=bytes 0-3/9 JPEG`},
		{"PUT /users/a/photo/$value", "image/jpeg", "JPEG", `200 `},
		{"PUT /users/a/photo/$value", "image/jpeg", strings.Repeat("x", 65), `413 application/json The body is larger than 64 bytes.`},
		{"POST /me/drive/root:/a/b:/copy", "", "", `202 Location=https://x/a/b Retry-After=5`},
		{"POST /me/drive/items/small/restore", "", "", `200 application/json {"id":"small"}`},
		{"POST /me/drive/items/large/restore", "", "", `202 Location=https://x/large`},
		{"GET /me/drive/range(address='A1')/children", "", "", `501 application/json DriveItemListChildren is not implemented.`},
		{"GET /reports/getUse(period='D7')", "", "", `302 Location=https://x/D7`},
		{"GET /users/missing", "", "", `404 application/json Request-Id=r1 Retry-After=2 No such user.`},
		{"GET /users/secret", "", "", `500 application/json Internal server error.`},
		{"GET /users/odd", "", "", `500 application/json Internal server error.`},
		{"GET /users/nil", "", "", `500 application/json Internal server error.`},
		{"GET /users/badstatus", "", "", `500 application/json Internal server error.`},
		{"GET /users/panic", "", "", `500 application/json Internal server error.`},
		{"GET /nowhere", "", "", `404 application/json No documented route matches /nowhere.`},
		{"DELETE /users/adele", "", "", `405 application/json Allow=GET, HEAD DELETE is not documented for /users/adele.`},
	} {
		method, target, _ := strings.Cut(tt.request, " ")
		r := httptest.NewRequest(method, target, strings.NewReader(tt.body))
		r.Header.Set("Content-Type", tt.contentType)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if got := summary(t, w); strings.TrimSpace(got) != strings.TrimSpace(tt.want) {
			t.Errorf("%s %s\n got %s\nwant %s", tt.request, tt.body, got, tt.want)
		}
	}
	if n := len(logged); n != 5 || !strings.Contains(logged[0], "hunter2") || !strings.Contains(logged[n-1], "panic: hunter2\n") {
		t.Errorf("logged %q, want 5 errors, the first and the last with hunter2", logged)
	}
}

func summary(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	h := w.Result().Header
	parts := []string{w.Result().Status[:3], h.Get("Content-Type")}
	for _, name := range []string{"Etag", "Content-Range", "Location", "Request-Id", "Retry-After", "Allow", "Content-Encoding", "Connection"} {
		if v := h.Get(name); v != "" {
			parts = append(parts, name+"="+v)
		}
	}
	body := w.Body.String()
	if w.Code >= 400 && body != "" {
		var e struct {
			Error struct{ Code, Message string }
		}
		if err := json.Unmarshal(w.Body.Bytes(), &e); err != nil || e.Error.Code == "" {
			t.Errorf("%d: the body does not have the form of the service's errors: %s", w.Code, body)
		}
		body = e.Error.Message
	}
	return strings.ReplaceAll(strings.Join(append(parts, body), " "), "  ", " ")
}

// TestBrokenResponse checks that the client gets an error if a handler fails after
// a part of the response was sent.
func TestBrokenResponse(t *testing.T) {
	srv := httptest.NewServer(New(store{t: t}, WithErrorLog(func(*http.Request, error) {})))
	defer srv.Close()
	for _, path := range []string{"/users/late", "/users/abort", "/users/broken/photo/$value"} {
		resp, err := http.Get(srv.URL + path)
		if err == nil {
			_, err = io.ReadAll(resp.Body)
			resp.Body.Close()
		}
		if err == nil {
			t.Errorf("%s: reading the response returned no error", path)
		}
	}
}

// TestEnvelope checks that a list is sent in the documented members, and that the page of
// the handler, which may be shared, does not change.
func TestEnvelope(t *testing.T) {
	info := op("berth-list", 200, nil, "GET", "/berths")
	info.Envelope = &client.Envelope{List: "items", NextLink: "next"}
	page := &client.Page[string]{
		Value: []string{"a"}, NextLink: "https://x/2", AdditionalProperties: client.Extra{"total": json.RawMessage("5")},
	}
	for want, out := range map[string]*client.Page[string]{
		`{"items":["a"],"next":"https://x/2","total":5}`: page,
		`{"items":[]}`: nil,
	} {
		w := httptest.NewRecorder()
		newRouter([]operation{{&info, nil, func(c *call) error { return c.page(out, nil) }}}, nil).
			ServeHTTP(w, httptest.NewRequest("GET", "/berths", nil))
		if got := w.Body.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if page.Envelope != nil {
		t.Error("the handler's page has an envelope")
	}
}

// TestDirectCall checks that a test can call a handler without a server.
func TestDirectCall(t *testing.T) {
	in := &UserGetInput{UserID: "headers"}
	if _, err := (store{t: t}).UserGet(t.Context(), in); err != nil {
		t.Error(err)
	}
	if in.Request.Writer() != nil {
		t.Error("Writer returned a writer, want nil without a server")
	}
}

func TestPermissions(t *testing.T) {
	work := func(scopes ...string) *Claims { return &Claims{Scopes: scopes} }
	for _, tt := range []struct {
		target string
		claims *Claims
		loose  bool
		want   int
	}{
		{"/users/a", nil, false, 401},
		{"/users/a", nil, true, 401},
		{"/users/a", &Claims{}, false, 403},
		{"/users/a", work("User.Read"), false, 200},
		{"/users/a", work("user.read"), false, 200},
		{"/users/a", work("User.Read.All"), false, 403},                                 // documented for applications only
		{"/users/a", &Claims{Roles: []string{"User.Read.All"}}, false, 200},             //
		{"/users/a", &Claims{Roles: []string{"User.Read"}}, false, 403},                 // documented for users only
		{"/users/a", &Claims{Scopes: []string{"User.Read"}, Personal: true}, true, 403}, // not supported
		{"/users/a", &Claims{Scopes: []string{"x"}, Roles: []string{"User.Read.All"}}, false, 403},
		{"/users/a/messages", work("Mail.Read"), false, 200},
		{"/users/a/messages", work("Mail.ReadBasic"), false, 403},
		{"/users/a/messages", work("User.Read", "Mail.ReadBasic"), false, 200},
		{"/users/a/messages", &Claims{Scopes: []string{"Mail.Read"}, Personal: true}, false, 200},
		{"/users/a/messages", &Claims{Roles: []string{"Mail.Read"}}, false, 403},
		{"/users/$count", work("User.Read"), false, 403}, // none documented
		{"/users/$count", work("User.Read"), true, 200},
		{"/users/$count", nil, true, 401},
	} {
		h := New(store{t: t}, WithAuthorizer(PermissionAuthorizer{AllowUndocumented: tt.loose}))
		r := httptest.NewRequest("GET", tt.target, nil)
		if tt.claims != nil {
			r = r.WithContext(WithClaims(r.Context(), *tt.claims))
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != tt.want {
			t.Errorf("%s %+v: got %d, want %d: %s", tt.target, tt.claims, w.Code, tt.want, w.Body)
		}
		if tt.target == "/users/a" && tt.want >= 400 && !strings.Contains(w.Body.String(), "application: User.Read.All") {
			t.Errorf("%s: the error does not list the required permissions: %s", tt.target, w.Body)
		}
		if (w.Code == 401) != (w.Header().Get("WWW-Authenticate") == "Bearer") {
			t.Errorf("status %d has WWW-Authenticate %q", w.Code, w.Header().Get("WWW-Authenticate"))
		}
	}
}

// TestPermissionContexts checks that a call must satisfy each context of its route.
func TestPermissionContexts(t *testing.T) {
	for _, tt := range []struct {
		target string
		claims Claims
		want   int
	}{
		{"/me/messages/a/move", Claims{Scopes: []string{"Mail.ReadWrite", "Folder.Read"}}, 201},
		{"/me/messages/a/move", Claims{Scopes: []string{"Mail.ReadWrite"}}, 403},
		{"/me/messages/a/move", Claims{Scopes: []string{"Folder.Read"}}, 403},
		{"/me/messages/a/move", Claims{Scopes: []string{"Mail.ReadWrite.All", "Folder.Read"}}, 403},
		{"/me/messages/a/move", Claims{Roles: []string{"Mail.ReadWrite.All", "Folder.Read"}}, 403}, // not supported for oneself
		{"/users/a/messages/b/move", Claims{Scopes: []string{"Mail.ReadWrite", "Folder.Read"}}, 403},
		{"/users/a/messages/b/move", Claims{Scopes: []string{"Mail.ReadWrite.All", "Folder.Read"}}, 201},
		{"/users/a/messages/b/move", Claims{Roles: []string{"Mail.ReadWrite.All", "Folder.Read"}}, 201},
		{"/users/a/messages/b/move", Claims{Roles: []string{"Mail.ReadWrite.All", "Folder.Read"}, Personal: true}, 403},
		{"/users/a/messages/b/move", Claims{Scopes: []string{"Mail.ReadWrite.All", "\u212aolder.Read"}}, 403},
	} {
		h := New(store{t: t}, WithAuthorizer(PermissionAuthorizer{}))
		r := httptest.NewRequest("POST", tt.target, strings.NewReader(`{"destinationId": "x"}`))
		r.Header.Set("Content-Type", "application/json")
		r = r.WithContext(WithClaims(r.Context(), tt.claims))
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if (tt.want < 400) != (w.Code < 400) || tt.want >= 400 && w.Code != tt.want {
			t.Errorf("%s %+v: got %d, want %d: %s", tt.target, tt.claims, w.Code, tt.want, w.Body)
		}
		self := strings.Contains(w.Body.String(), "acting on self")
		if w.Code == 403 && (self != strings.HasPrefix(tt.target, "/me") || !strings.Contains(w.Body.String(), "folders")) {
			t.Errorf("%s: the error lists other permissions: %s", tt.target, w.Body)
		}
	}
}

// routes records the routes that it is asked about.
type routes []int

func (r *routes) Authorize(_ context.Context, _ *http.Request, op *client.OperationInfo, route int) error {
	*r = append(*r, route)
	if len(op.Permissions.On(route)) != 2 {
		return errors.New("a route with another number of contexts")
	}
	return nil
}

func TestAuthorizerRoute(t *testing.T) {
	var asked routes
	h := New(store{t: t}, WithAuthorizer(&asked))
	for _, target := range []string{"/users/a/messages/b/move", "/me/messages/a/move"} {
		r := httptest.NewRequest("POST", target, strings.NewReader(`{"destinationId": "x"}`))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code >= 400 {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
	if !slices.Equal(asked, routes{1, 0}) {
		t.Errorf("the authorizer was asked about the routes %v", asked)
	}
}
