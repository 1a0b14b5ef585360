package exampletest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"

	"sample/graph"
	"sample/graph/server"
)

// fakeT records the reports of a test.
type fakeT struct {
	testing.TB
	mu       sync.Mutex
	reports  []string
	cleanups []func()
}

func (f *fakeT) Helper()                        {}
func (f *fakeT) Context() context.Context       { return context.Background() }
func (f *fakeT) Cleanup(c func())               { f.cleanups = append(f.cleanups, c) }
func (f *fakeT) Error(args ...any)              { f.report(fmt.Sprint(args...)) }
func (f *fakeT) Errorf(format string, a ...any) { f.report(fmt.Sprintf(format, a...)) }
func (f *fakeT) Fatal(args ...any)              { f.Error(args...); runtime.Goexit() }
func (f *fakeT) Fatalf(format string, a ...any) { f.Errorf(format, a...); runtime.Goexit() }
func (f *fakeT) Skip(args ...any)               { f.report("skipped: " + fmt.Sprint(args...)); runtime.Goexit() }
func (f *fakeT) Skipf(format string, a ...any)  { f.Skip(fmt.Sprintf(format, a...)) }

func (f *fakeT) report(text string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.reports = append(f.reports, text)
}

func (f *fakeT) Failed() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.reports) > 0
}

// run returns the reports of a test.
func run(test func(t testing.TB)) string {
	f := &fakeT{}
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() {
			for _, c := range f.cleanups {
				c()
			}
		}()
		test(f)
	}()
	<-done
	return strings.Join(f.reports, "\n")
}

// breaks changes the messages between client and server, to simulate a bug in the
// client or in the server.
func (x *exchange) breaks(request func(*http.Request), response func(*http.Response)) *exchange {
	x.client = graph.NewClient(x.url, graph.WithoutRetry(), graph.WithMiddleware(
		func(r *http.Request, next http.RoundTripper) (*http.Response, error) {
			if request != nil {
				request(r)
			}
			resp, err := next.RoundTrip(r)
			if err == nil && response != nil {
				response(resp)
			}
			return resp, err
		}))
	return x
}

// server changes the response of the generated server before it is checked.
func (x *exchange) server(change func(w http.ResponseWriter, status int, body []byte)) *exchange {
	inner := x.handler
	x.handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		held := &held{header: w.Header()}
		inner.ServeHTTP(held, r)
		w.Header().Del("Content-Length")
		change(w, held.status, held.body.Bytes())
	})
	return x
}

type held struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (h *held) Header() http.Header         { return h.header }
func (h *held) WriteHeader(status int)      { h.status = status }
func (h *held) Write(p []byte) (int, error) { return h.body.Write(p) }

func inRequest(old, new string) func(*http.Request) {
	return func(r *http.Request) {
		data, _ := io.ReadAll(r.Body)
		data = bytes.Replace(data, []byte(old), []byte(new), 1)
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(data)), int64(len(data))
	}
}

func inResponse(old, new string) func(*http.Response) {
	return func(r *http.Response) {
		data, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(bytes.Replace(data, []byte(old), []byte(new), 1)))
	}
}

func sends(old, new string) func(http.ResponseWriter, int, []byte) {
	return func(w http.ResponseWriter, status int, body []byte) {
		w.WriteHeader(status)
		w.Write(bytes.Replace(body, []byte(old), []byte(new), 1))
	}
}

func status(status int) func(http.ResponseWriter, int, []byte) {
	return func(w http.ResponseWriter, _ int, body []byte) {
		w.WriteHeader(status)
		if status != 204 {
			w.Write(body)
		}
	}
}

func dropHeader(name string) func(http.ResponseWriter, int, []byte) {
	return func(w http.ResponseWriter, status int, body []byte) {
		w.Header().Del(name)
		w.WriteHeader(status)
		w.Write(body)
	}
}

func same(x *exchange) *exchange { return x }

func getUser(id string, change func(*exchange) *exchange, opts ...graph.RequestOption) func(testing.TB) {
	return func(t testing.TB) {
		x := change(open(t, "sample/user-get/get", &graph.OpUserGet, 0))
		got, err := x.client.User().Get(t.Context(), graph.AtUsers(id), opts...)
		x.value(got, err)
	}
}

func move(route int, r graph.MessageMovePlace, b func(*exchange) graph.MessageMoveBody, change func(*exchange) *exchange) func(testing.TB) {
	return func(t testing.TB) {
		x := change(open(t, "sample/message-move/move", &graph.OpMessageMove, route))
		got, err := x.client.Message().Move(t.Context(), r, b(x))
		x.value(got, err)
	}
}

func list(change func(*exchange) *exchange, opts ...graph.RequestOption) func(testing.TB) {
	return func(t testing.TB) {
		x := change(open(t, "sample/user-list-messages/list", &graph.OpMessageList, 0))
		collection(x, x.client.Message().List(opts...))
	}
}

func update(change func(*exchange) *exchange, b func(*exchange) graph.UserUpdate) func(testing.TB) {
	return func(t testing.TB) {
		x := change(open(t, "sample/user-update/update", &graph.OpUserUpdate, 0))
		got, err := x.client.User().Update(t.Context(), graph.AtUsers("1"), b(x))
		x.value(got, err)
	}
}

func sent[T any](x *exchange) T { return *body(x, new(T)) }

var (
	sel     = graph.Select("id", "displayName", " score")
	level   = graph.Header("ConsistencyLevel", "eventual")
	top     = graph.Top(2)
	filter  = graph.Filter("startswith(subject, 'a') and isRead eq true")
	moved   = graph.AtUsersMessages("1", "AAMk=")
	moving  = sent[graph.MessageMoveBody]
	request = func(f func(*http.Request)) func(*exchange) *exchange {
		return func(x *exchange) *exchange { return x.breaks(f, nil) }
	}
	response = func(f func(*http.Response)) func(*exchange) *exchange {
		return func(x *exchange) *exchange { return x.breaks(nil, f) }
	}
	serving = func(f func(http.ResponseWriter, int, []byte)) func(*exchange) *exchange {
		return func(x *exchange) *exchange { return x.server(f) }
	}
)

// TestMutants checks that bugs in client, server or test are reported correctly.
func TestMutants(t *testing.T) {
	for name, tt := range map[string]struct {
		test func(testing.TB)
		want string // a part of the report, or "" for no report
	}{
		"nothing":              {getUser("Adele@contoso.com", same, sel, level), ""},
		"path value":           {getUser("adele@contoso.com", same, sel, level), `request: URL: want /v1.0/users/Adele%40contoso.com?$select=id,displayName, score, got /v1.0/users/adele@contoso.com?$select=id,displayName,%20score`},
		"path segment":         {getUser("Adele@contoso.com", request(func(r *http.Request) { r.URL.Path = "/v1.0/people/Adele@contoso.com" }), sel, level), `got /v1.0/people/Adele@contoso.com?`},
		"path too short":       {getUser("Adele@contoso.com", request(func(r *http.Request) { r.URL.Path = "/v1.0/users" }), sel, level), `got /v1.0/users?$select`},
		"slash added":          {getUser("Adele@contoso.com", request(func(r *http.Request) { r.URL.Path += "/" }), sel, level), `got /v1.0/users/Adele@contoso.com/?`},
		"base lost":            {getUser("Adele@contoso.com", request(func(r *http.Request) { r.URL.Path = r.URL.Path[len("/v1.0"):] }), sel, level), `got /users/Adele@contoso.com?`},
		"placeholder":          {getUser("{id}", same, sel, level), `got /v1.0/users/%7Bid%7D?`},
		"header added":         {getUser("Adele@contoso.com", same, sel, level, graph.Prefer("x")), `request: Prefer: want nothing, got x`},
		"needless tolerance":   {getUser("Adele@contoso.com", func(x *exchange) *exchange { return x.needs("plus") }, sel, level), `request: the tolerance plus is not needed`},
		"method":               {getUser("Adele@contoso.com", request(func(r *http.Request) { r.Method = "POST" }), sel, level), `request: method: want GET, got POST`},
		"query dropped":        {getUser("Adele@contoso.com", same, level), `, got /v1.0/users/Adele@contoso.com`},
		"query added":          {getUser("Adele@contoso.com", same, sel, level, top), `, got /v1.0/users/Adele@contoso.com?$select=id,displayName,%20score&$top=2`},
		"query value":          {list(same, top, graph.Filter("isRead eq true")), `request: URL: want /v1.0/me/messages?$top=2&$filter=startswith(subject, 'a') and isRead eq true, got /v1.0/me/messages?$top=2&$filter=isRead%20eq%20true`},
		"header dropped":       {getUser("Adele@contoso.com", same, sel), `request: Consistencylevel: want eventual, got nothing`},
		"header value":         {getUser("Adele@contoso.com", same, sel, graph.Header("ConsistencyLevel", "session")), `want eventual, got session`},
		"response value":       {getUser("Adele@contoso.com", response(inResponse("Adele", "Eve")), sel, level), `client result: displayName: want "Adele", got "Eve"`},
		"response number":      {getUser("Adele@contoso.com", response(inResponse("1.5", "1.25")), sel, level), `score: want 1.50, got 1.25`},
		"response big id":      {getUser("Adele@contoso.com", response(inResponse("9007199254740993", "9007199254740992")), sel, level), `manager.id: want`},
		"response time":        {getUser("Adele@contoso.com", response(inResponse("05Z", "06Z")), sel, level), `createdDateTime: want`},
		"response bool lost":   {getUser("Adele@contoso.com", response(inResponse(`"accountEnabled":false`, `"x":1`)), sel, level), `accountEnabled: want false, got nothing`},
		"response array lost":  {getUser("Adele@contoso.com", response(inResponse(`"businessPhones":[]`, `"x":1`)), sel, level), `businessPhones: want [], got nothing`},
		"declared annotation":  {getUser("Adele@contoso.com", response(inResponse(`"@odata.type":"#microsoft.graph.user"`, `"x":1`)), sel, level), `@odata.type: want "#microsoft.graph.user", got nothing`},
		"server value":         {getUser("Adele@contoso.com", serving(sends("Adele", "Eve")), sel, level), `response: body: displayName: want "Adele", got "Eve"`},
		"server property more": {getUser("Adele@contoso.com", serving(sends(`"id"`, `"x":1,"id"`)), sel, level), `response: body: x: want nothing, got 1`},
		"server status":        {getUser("Adele@contoso.com", serving(status(201)), sel, level), `response: status: want 200, got 201`},
		"server header":        {getUser("Adele@contoso.com", serving(dropHeader("Etag")), sel, level), `response: Etag: want ["W/\"1\""], got []`},
		"server text":          {getUser("Adele@contoso.com", serving(sends(`{`, `<`)), sel, level), `response: body: not JSON`},

		"move":           {move(1, moved, moving, same), ""},
		"other route":    {move(1, graph.AtMeMessages("AAMk="), moving, same), `request: matched route 0, want 1`},
		"values swapped": {move(1, graph.AtUsersMessages("AAMk=", "1"), moving, same), `request: URL: want /v1.0/users/1/messages/AAMk=/move, got /v1.0/users/AAMk=/messages/1/move`},
		"body lost":      {move(1, moved, func(*exchange) graph.MessageMoveBody { return graph.MessageMoveBody{} }, same), `request: body that the server decoded: destinationId: want "archive", got nothing`},
		"body value":     {move(1, moved, moving, request(inRequest("archive", "inbox"))), `request: body: destinationId: want "archive", got "inbox"`},
		"body name":      {move(1, moved, moving, request(inRequest("destinationId", "DestinationId"))), `request: body: destinationId: want "archive", got nothing`},
		"body more":      {move(1, moved, moving, request(inRequest(`{`, `{"x":1,`))), `request: body: x: want nothing, got 1`},
		"content type":   {move(1, moved, moving, request(func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") })), `request: Content-Type: want application/json, got text/plain`},
		"bound wrong": {move(1, moved, moving, func(x *exchange) *exchange {
			return x.arrives(server.MessageMoveInput{UserID: "AAMk=", MessageID: "1"})
		}), `request: the handler's input has the UserID "1", want "AAMk="`},
		"created as ok": {move(1, moved, moving, serving(status(200))), `response: status: want 201, got 200`},
		"location lost": {move(1, moved, moving, serving(dropHeader("Location"))), `response: Location: want`},
		"documented status": {func(t testing.TB) { // the example has another status than the operation
			x := open(t, "sample/profilephoto-get/partial", &graph.OpProfilePhotoGet, 0)
			got, err := x.client.ProfilePhoto().Get(t.Context(), graph.Header("Range", "bytes=0-3"))
			x.stream(got, err)
		}, `response: status: want 206, got 200`},

		"list":             {list(same, top, filter), ""},
		"count":            {list(response(inResponse(`:7`, `:8`)), top, filter), `@odata.count: want 7, got 8`},
		"next link":        {list(response(inResponse(`skip=2`, `skip=3`)), top, filter), `@odata.nextLink: want`},
		"next link lost":   {list(response(inResponse(`@odata.nextLink`, `x`)), top, filter), `@odata.nextLink: want`},
		"item lost":        {list(response(inResponse(`,{"id":"3","isRead":false}`, ``)), top, filter), `value[2]: want {"id":"3","isRead":false}, got nothing`},
		"item value":       {list(response(inResponse(`"subject":"s"`, `"subject":"S"`)), top, filter), `value[0].subject: want "s", got "S"`},
		"removed lost":     {list(response(inResponse(`"reason":"deleted"`, `"x":1`)), top, filter), `value[1].@removed`},
		"server item lost": {list(serving(sends(`,{"id":"3","isRead":false}`, ``)), top, filter), `response: body: value[2]: want`},

		"update": {update(same, sent[graph.UserUpdate]), ""},
		"null lost": {update(same, func(x *exchange) graph.UserUpdate {
			b := *body(x, new(graph.UserUpdate))
			b.JobTitle = graph.Opt[string]{}
			return b
		}), `request: body: jobTitle: want null, got nothing`},
		"null for empty": {update(request(inRequest(`"jobTitle":null`, `"jobTitle":""`)), sent[graph.UserUpdate]), `request: body: jobTitle: want null, got ""`},

		"count value": {func(t testing.TB) {
			x := open(t, "sample/user-count/count", &graph.OpUserCount, 0)
			got, err := x.client.User().Count(t.Context(), level)
			x.scalar(got+1, err)
		}, `client result: (whole value): want 893, got 894`},
		"server count": {func(t testing.TB) {
			x := open(t, "sample/user-count/count", &graph.OpUserCount, 0).server(sends("893", "894"))
			got, err := x.client.User().Count(t.Context(), level)
			x.scalar(got, err)
		}, `response: value: (whole value): want 893, got 894`},
		"function argument": {func(t testing.TB) {
			x := open(t, "sample/user-reminderview/view", &graph.OpUserReminderView, 0).needs("argument-form")
			collection(x, x.client.User().ReminderView(graph.AtUsers("1"), "2017-06-15", "2017-06-05"))
		}, `got /v1.0/users/1/reminderView(`},
		"reference": {func(t testing.TB) {
			x := open(t, "sample/group-post-members/add", &graph.OpGroupPostMembers, 0)
			x.none(x.client.Group().PostMembers(t.Context(), graph.AtGroups("g"), graph.Reference{ODataID: "x"}))
		}, `request: body: @odata.id: want "https://graph.microsoft.com/v1.0/directoryObjects/1", got "x"`},
		"reference lost": {func(t testing.TB) {
			x := open(t, "sample/group-post-members/add", &graph.OpGroupPostMembers, 0)
			x.none(x.client.Group().PostMembers(t.Context(), graph.AtGroups("g"), graph.Reference{}))
		}, `request: body: @odata.id: want`},
		"no content as ok": {func(t testing.TB) {
			x := open(t, "sample/group-post-members/add", &graph.OpGroupPostMembers, 0).server(status(200))
			x.none(x.client.Group().PostMembers(t.Context(), graph.AtGroups("g"), *body(x, new(graph.Reference))))
		}, `response: status: want 204, got 200`},
		"photo": {func(t testing.TB) {
			x := open(t, "sample/profilephoto-get/get", &graph.OpProfilePhotoGet, 0).breaks(nil, inResponse("data", "Data"))
			got, err := x.client.ProfilePhoto().Get(t.Context())
			x.stream(got, err)
		}, `content: differs at byte 7: want "data for`},
		"dashed lines": {func(t testing.TB) {
			x := open(t, "dashed/profilephoto-get/get", &graph.OpProfilePhotoGet, 0)
			got, err := x.client.ProfilePhoto().Get(t.Context())
			x.stream(got, err)
		}, ""},
		"changed by hand": {func(t testing.TB) {
			x := open(t, "dashed/profilephoto-get/changed", &graph.OpProfilePhotoGet, 0)
			got, err := x.client.ProfilePhoto().Get(t.Context())
			x.stream(got, err)
		}, `dashed.txtar: profilephoto-get/changed.response was changed after it was generated`},
		"photo type": {func(t testing.TB) {
			x := open(t, "sample/profilephoto-get/get", &graph.OpProfilePhotoGet, 0).breaks(nil, func(r *http.Response) { r.Header.Set("Content-Type", "image/png") })
			got, err := x.client.ProfilePhoto().Get(t.Context())
			x.stream(got, err)
		}, `content type: want image/jpeg, got image/png`},
		"upload": {func(t testing.TB) {
			x := open(t, "sample/profilephoto-update/put", &graph.OpProfilePhotoUpdate, 0).breaks(inRequest("data", "Data"), nil)
			x.none(x.client.ProfilePhoto().Update(t.Context(), content(x)))
		}, `request: body that the server read: differs at byte 7`},
		"upload type": {func(t testing.TB) {
			x := open(t, "sample/profilephoto-update/put", &graph.OpProfilePhotoUpdate, 0)
			c := content(x)
			c.Type = "image/png"
			x.none(x.client.ProfilePhoto().Update(t.Context(), c))
		}, `request: Content-Type: want image/jpeg, got image/png`},
		"monitor": {func(t testing.TB) {
			x := open(t, "sample/driveitem-copy/copy", &graph.OpDriveItemCopy, 0).needs("base").breaks(nil, func(r *http.Response) { r.Header.Set("Location", "y") })
			got, err := x.client.DriveItem().Copy(t.Context(), graph.AtMeDriveRootPath("a b/c.txt"))
			x.accepted(got, err)
		}, `Location: want https://x/monitor/1, got y`},
		"monitor wait": {func(t testing.TB) {
			x := open(t, "sample/driveitem-copy/copy", &graph.OpDriveItemCopy, 0).needs("base").breaks(nil, func(r *http.Response) { r.Header.Del("Retry-After") })
			got, err := x.client.DriveItem().Copy(t.Context(), graph.AtMeDriveRootPath("a b/c.txt"))
			x.accepted(got, err)
		}, `RetryAfter: want 5s, got 0s`},
		"item path": {func(t testing.TB) {
			x := open(t, "sample/driveitem-copy/copy", &graph.OpDriveItemCopy, 0).needs("base")
			got, err := x.client.DriveItem().Copy(t.Context(), graph.AtMeDriveRootPath("a b/d/c.txt"))
			x.accepted(got, err)
		}, `request: URL: want /v1.0/me/drive/root:/a%20b/c.txt:/copy, got /v1.0/me/drive/root:/a%20b/d/c.txt:/copy`},
		"redirect": {func(t testing.TB) {
			x := open(t, "sample/reportroot-getuse/get", &graph.OpReportRootGetUse, 0).needs("other-version").breaks(nil, func(r *http.Response) { r.Header.Set("Location", "https://y/") })
			got, err := x.client.ReportRoot().GetUse(t.Context(), "D7")
			x.redirect(got, err)
		}, `Location: want https://reports.office.com/data?token=a b, got https://y/`},
		"error status": {func(t testing.TB) {
			x := open(t, "sample/user-get/missing", &graph.OpUserGet, 0).breaks(nil, func(r *http.Response) { r.StatusCode = 403 })
			_, err := x.client.User().Get(t.Context(), graph.AtUsers("x"))
			x.failed(err)
		}, `StatusCode: want 404, got 403`},
		"error code": {func(t testing.TB) {
			x := open(t, "sample/user-get/missing", &graph.OpUserGet, 0).breaks(nil, inResponse("itemNotFound", "gone"))
			_, err := x.client.User().Get(t.Context(), graph.AtUsers("x"))
			x.failed(err)
		}, `Body: error.code: want "itemNotFound", got "gone"`},
		"error as success": {func(t testing.TB) {
			x := open(t, "sample/user-get/missing", &graph.OpUserGet, 0).breaks(nil, func(r *http.Response) { r.StatusCode = 200 })
			_, err := x.client.User().Get(t.Context(), graph.AtUsers("x"))
			x.failed(err)
		}, `want an *Error with status 404, got <nil>`},
		"success as error": {func(t testing.TB) {
			x := open(t, "sample/user-get/missing", &graph.OpUserGet, 0)
			got, err := x.client.User().Get(t.Context(), graph.AtUsers("x"))
			x.value(got, err)
		}, `the client returned an error: user-get: 404 Not Found`},
		"not sent": {func(t testing.TB) { open(t, "sample/user-get/get", &graph.OpUserGet, 0) }, `0 requests were sent, want 1`},
		"not looked": {func(t testing.TB) {
			x := open(t, "sample/user-get/placeholder", &graph.OpUserGet, 0)
			x.client.User().Get(t.Context(), graph.AtUsers("id"))
		}, `the test does not check the client's result`},
		"sent twice": {func(t testing.TB) {
			x := open(t, "sample/user-get/placeholder", &graph.OpUserGet, 0)
			for range 2 {
				x.value(x.client.User().Get(t.Context(), graph.AtUsers("id")))
			}
		}, `2 requests were sent, want 1`},
		"sample value": {func(t testing.TB) {
			x := open(t, "sample/user-get/placeholder", &graph.OpUserGet, 0)
			x.value(x.client.User().Get(t.Context(), graph.AtUsers("2")))
		}, `want /v1.0/users/id, got /v1.0/users/2`},
		"no archive":  {func(t testing.TB) { open(t, "none/user-get/get", &graph.OpUserGet, 0) }, `no such file`},
		"no message":  {func(t testing.TB) { open(t, "sample/user-get/none", &graph.OpUserGet, 0) }, `testdata has no sample/user-get/none.request`},
		"wrong route": {func(t testing.TB) { open(t, "sample/user-get/get", &graph.OpUserGet, 1) }, `user-get has no route 1`},
		"wrong operation": {func(t testing.TB) {
			x := open(t, "sample/user-get/placeholder", &graph.OpUserUpdate, 0)
			x.value(x.client.User().Get(t.Context(), graph.AtUsers("id")))
		}, `request: served by user-get {GET /users/{id | userPrincipalName}}, want user-update`},
	} {
		got := run(tt.test)
		if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}
