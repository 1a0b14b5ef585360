package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestRequests(t *testing.T) {
	start := time.Date(2020, 1, 2, 3, 4, 5, 600, time.FixedZone("", -8*3600))
	end := time.Date(2020, 1, 3, 0, 0, 0, 500_000_000, time.UTC)
	ctx := t.Context()
	tests := []struct {
		name               string
		call               func(*Client) error
		method, uri, body_ string
	}{
		{
			"argument", func(c *Client) error { _, err := c.User().Get(ctx, AtUsers("adele@contoso.com")); return err },
			"GET", "/v1.0/users/adele@contoso.com", "",
		},
		{
			"escaped", func(c *Client) error { _, err := c.User().Get(ctx, AtUsers("../a b/ç?#%")); return err },
			"GET", "/v1.0/users/..%2Fa%20b%2F%C3%A7%3F%23%25", "",
		},
		{"query", func(c *Client) error {
			_, err := c.User().Get(ctx, AtUsers("1"), Select("id", "displayName"), Filter("a eq 'b&c+d'"), Expand("x($select=y;$top=1)"), Query("n", "1"), Query("n", "2"))
			return err
		}, "GET", "/v1.0/users/1?$select=id,displayName&$filter=a%20eq%20'b%26c%2Bd'&$expand=x($select%3Dy%3B$top%3D1)&n=1&n=2", ""},
		{
			"last option counts", func(c *Client) error { _, err := c.User().Get(ctx, AtUsers("1"), Top(1), Count(), Top(2)); return err },
			"GET", "/v1.0/users/1?$count=true&$top=2", "",
		},
		{"patch", func(c *Client) error {
			return c.User().Update(ctx, AtUsers("1"), UserUpdate{DisplayName: Set("A"), AccountEnabled: Set(false), Birthday: Null[time.Time]()})
		}, "PATCH", "/v1.0/users/1", `{"displayName":"A","accountEnabled":false,"birthday":null}`},
		{"delete", func(c *Client) error { return c.User().Delete(ctx, AtUsers("1")) }, "DELETE", "/v1.0/users/1", ""},
		{"route", func(c *Client) error {
			_, err := c.Message().Move(ctx, AtUsersMessages("u", "AAMk="), MessageMoveBody{DestinationID: "deleteditems"})
			return err
		}, "POST", "/v1.0/users/u/messages/AAMk=/move", `{"destinationId":"deleteditems"}`},
		{
			"function", func(c *Client) error { return first(c.User().ReminderView(AtUsers("o'k"), start, end).All(ctx)) },
			"GET", "/v1.0/users/o%27k/reminderView(startDateTime='2020-01-02T03:04:05.0000006-08:00',endDateTime='2020-01-03T00:00:00.5Z')", "",
		},
		{
			"required query", func(c *Client) error {
				return first(c.User().ListCalendarView(AtUsers("u"), start, end, Top(1)).All(ctx))
			},
			"GET", "/v1.0/users/u/calendarView?startDateTime=2020-01-02T03:04:05.0000006-08:00&endDateTime=2020-01-03T00:00:00.5Z&$top=1", "",
		},
	}
	s := newService(t, answer(200, "application/json", `{}`))
	c := s.client()
	for i, test := range tests {
		if err := test.call(c); err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		got := s.requests()[i]
		if got.method != test.method || got.uri != test.uri || got.body != test.body_ {
			t.Errorf("%s: %s %s %s\nwant %s %s %s", test.name, got.method, got.uri, got.body, test.method, test.uri, test.body_)
		}
	}
}

func first[T any](all func(func(T, error) bool)) error {
	for _, err := range all {
		return err
	}
	return nil
}

func TestHeaders(t *testing.T) {
	s := newService(t, answer(200, "application/json", `{}`))
	_, err := s.client().User().Get(t.Context(), AtUsers("1"),
		Header("ConsistencyLevel", "eventual"), IfMatch(`W/"1"`), Prefer("a"), Prefer("b"))
	check(t, err)
	h := s.requests()[0].header
	equal(t, h.Get("ConsistencyLevel"), "eventual")
	equal(t, h.Get("If-Match"), `W/"1"`)
	equal(t, h.Values("Prefer"), []string{"a", "b"})
	equal(t, h.Get("Accept"), "application/json")

	check(t, s.client().User().Update(t.Context(), AtUsers("1"), UserUpdate{}, Header("Content-Type", "application/merge-patch+json")))
	equal(t, s.requests()[1].header.Get("Content-Type"), "application/merge-patch+json")
	equal(t, s.requests()[1].body, "{}")
}

func TestRequiredHeader(t *testing.T) {
	s := newService(t, answer(204, "", ""))
	remove := func(etag string) error {
		k := &call{op: &OpUserDelete, position: position{args: []string{"1"}}, header: []argument{{"If-Match", etag}}}
		return none(t.Context(), (*caller)(s.client().User()), k, nil)
	}
	check(t, remove("*"))
	wantText(t, remove(""), "user-delete", "required header If-Match is empty")
	equal(t, len(s.requests()), 1)
	equal(t, s.requests()[0].header.Get("If-Match"), "*")
}

func TestUnsendable(t *testing.T) {
	s := newService(t, answer(200, "application/json", `{}`))
	c := s.client()
	for _, id := range []string{"", ".", "..", "a\x00", "\xff"} {
		_, err := c.User().Get(t.Context(), AtUsers(id))
		wantText(t, err, "user-get", "path argument {id | userPrincipalName} is empty")
	}
	_, err := c.DriveItem().GetContent(t.Context(), AtMeDriveRootPath("a/../b"))
	wantText(t, err, "driveitem-get-content", "path argument {item-path} is empty")
	for _, base := range []string{"", "graph.example", "ftp://x/", "https://x/?a=b", "https://x/\x01"} {
		_, err := NewClient(base).User().Get(t.Context(), AtUsers("1"))
		wantText(t, err, "user-get")
	}
	equal(t, len(s.requests()), 0)
}

func TestResponses(t *testing.T) {
	ctx := t.Context()
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/v1.0/users/full":
			answer(200, "application/json", `{"id":"1","birthday":"2000-01-02T03:04:05.1234567Z","mailboxSettings":{"importance":"unheardOf"}}`)(w, r)
		case "/v1.0/users/none":
			w.WriteHeader(204)
		default:
			answer(200, "text/html", "<p>sign in")(w, r)
		}
	})
	c := s.client()
	user, err := c.User().Get(ctx, AtUsers("full"))
	check(t, err)
	equal(t, user.Birthday.Nanosecond(), 123456700)
	equal(t, user.MailboxSettings.Importance, Importance("unheardOf")) // unknown members are kept
	user, err = c.User().Get(ctx, AtUsers("none"))
	check(t, err)
	equal(t, *user, User{})
	_, err = c.User().Get(ctx, AtUsers("html"))
	wantText(t, err, "user-get", "200 OK", `"text/html"`, "invalid character '<'")
}

func TestScalar(t *testing.T) {
	for body, want := range map[string]int64{`5`: 5, "\ufeff12": 12, `{"@odata.context":"x","value":7}`: 7, ` "3" `: 0, `x`: 0} {
		c := newService(t, answer(200, "text/plain", body)).client()
		got, err := c.User().Count(t.Context())
		if got != want || (err != nil) != (want == 0) {
			t.Errorf("%q: got %d, error %v; want %d and an error only if that is 0", body, got, err, want)
		}
	}
	for body, want := range map[string]string{`bare`: "bare", `"quoted"`: "quoted", `{"value":"x"}`: "x", `12`: "12", `{"value":null}`: "", ``: ""} {
		c := newService(t, answer(200, "text/plain", body)).client()
		got, err := scalar[string](t.Context(), (*caller)(c), &call{op: &OpUserCount}, nil)
		check(t, err)
		equal(t, got, want)
	}
}

func TestStreams(t *testing.T) {
	photo := bytes.Repeat([]byte{0xff, 0, '\n'}, 100_000)
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Method == "GET" {
			answer(200, "image/jpeg", string(photo))(w, r)
		}
	})
	got, err := s.client().ProfilePhoto().Get(t.Context())
	check(t, err)
	equal(t, got.ContentType, "image/jpeg")
	data, err := io.ReadAll(got)
	check(t, err)
	check(t, got.Close())
	equal(t, bytes.Equal(data, photo), true)

	check(t, s.client().ProfilePhoto().Update(t.Context(), Content{Reader: bytes.NewReader(photo)}))
	put := s.requests()[1]
	equal(t, put.method+put.header.Get("Content-Type")+put.header.Get("Content-Length"), "PUTimage/jpeg300000")
	equal(t, put.body == string(photo), true)

	// A reader of unknown length is sent in chunks, an empty one with length 0.
	check(t, s.client().ProfilePhoto().Update(t.Context(), Content{"image/png", io.MultiReader(strings.NewReader("ab"))}))
	equal(t, s.requests()[2].body+s.requests()[2].header.Get("Content-Type"), "abimage/png")
	check(t, s.client().ProfilePhoto().Update(t.Context(), Content{"image/png", strings.NewReader("")}))
	equal(t, s.requests()[3].header.Get("Content-Length"), "0")
}

func TestAccepted(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", "/monitor/1")
		w.Header().Set("Retry-After", "30")
		w.WriteHeader(202)
	})
	got, err := s.client().DriveItem().Copy(t.Context(), AtMeDriveItems("1"), DriveItemCopyBody{Name: "x"})
	check(t, err)
	equal(t, *got, Accepted{Location: "/monitor/1", RetryAfter: 30 * time.Second})
}

func TestRedirect(t *testing.T) {
	files := newService(t, answer(200, "text/plain", "content"))
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, files.URL+"/file", http.StatusFound)
	})
	// Opening a redirect sends no token, even to an allowed host.
	c := s.client(WithToken(StaticToken("secret")), WithAllowedHost(strings.TrimPrefix(files.URL, "http://")))
	to, err := c.DriveItem().GetContent(t.Context(), AtMeDriveRootPath("/a b/c:d.txt"))
	check(t, err)
	equal(t, to.Location, files.URL+"/file")
	equal(t, s.requests()[0].uri, "/v1.0/me/drive/root:/a%20b/c%3Ad.txt:/content")
	equal(t, s.requests()[0].header.Get("Authorization"), "Bearer secret")
	equal(t, len(files.requests()), 0) // not followed

	content, err := to.Open(t.Context())
	check(t, err)
	data, err := io.ReadAll(content)
	check(t, err)
	check(t, content.Close())
	equal(t, string(data), "content")
	equal(t, files.requests()[0].header["Authorization"], []string(nil))

	_, err = (&Redirect{Location: "https://x/"}).Open(t.Context())
	wantText(t, err, "client")
	_, err = newService(t, answer(302, "text/plain", "x")).client().DriveItem().GetContent(t.Context(), AtMeDriveRootPath("a"))
	wantText(t, err, "driveitem-get-content", "302 Found")
}

func TestResumedDownload(t *testing.T) {
	file := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		http.ServeContent(w, r, "a.txt", time.Time{}, strings.NewReader("content"))
	}
	files := newService(t, file)
	redirecting := newService(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, files.URL+"/file", http.StatusFound) })
	sending := newService(t, file)
	for name, s := range map[string]*service{"redirect": redirecting, "content": sending} {
		t.Run(name, func(t *testing.T) {
			to, err := s.client(WithToken(StaticToken("secret"))).DriveItem().GetContent(t.Context(), AtMeDriveRootPath("a.txt"), Query("x", "y"))
			check(t, err)
			whole, err := to.Open(t.Context())
			check(t, err)
			check(t, whole.Close())
			equal(t, []any{whole.StatusCode, whole.ETag, whole.ContentRange, whole.ContentLength}, []any{200, `"1"`, "", int64(7)})
			rest, err := to.Open(t.Context(), Header("Range", "bytes=3-"), Header("If-Range", whole.ETag))
			check(t, err)
			data, err := io.ReadAll(rest)
			check(t, err)
			check(t, rest.Close())
			equal(t, string(data), "tent")
			equal(t, []any{rest.StatusCode, rest.ETag, rest.ContentRange}, []any{206, `"1"`, "bytes 3-6/7"})
		})
	}
	for _, r := range sending.requests() {
		equal(t, r.uri, "/v1.0/me/drive/root:/a.txt:/content?x=y")
		equal(t, r.header.Get("Authorization"), "Bearer secret")
	}
}

func TestValueOrAccepted(t *testing.T) {
	item, later, err := newService(t, answer(200, "application/json", `{"id": "1"}`)).client().DriveItem().Restore(t.Context(), AtMeDriveItems("1"))
	check(t, err)
	equal(t, *item, DriveItem{ID: "1"})
	equal(t, later, (*Accepted)(nil))

	item, later, err = newService(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", "/monitor/1")
		w.WriteHeader(http.StatusAccepted)
	}).client().DriveItem().Restore(t.Context(), AtMeDriveItems("1"))
	check(t, err)
	equal(t, *later, Accepted{Location: "/monitor/1"})
	equal(t, item, (*DriveItem)(nil))

	item, later, err = newService(t, answer(404, "application/json", `{}`)).client().DriveItem().Restore(t.Context(), AtMeDriveItems("1"))
	wantError(t, err, 404)
	if item != nil || later != nil {
		t.Errorf("got %v, %v with an error", item, later)
	}
}

func TestTooLarge(t *testing.T) {
	endless := transport(func(*http.Request) (*http.Response, error) {
		r := response(200, "", "Content-Type", "application/json")
		r.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"id":"`), zeros{}))
		return r, nil
	})
	if testing.Short() {
		t.Skip("reads 64 MiB")
	}
	_, err := endless.client().User().Get(t.Context(), AtUsers("1"))
	wantText(t, err, "user-get", "larger than 64 MiB")
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, `{"value":[{"id":"1"},`)
		w.(http.Flusher).Flush()
		cancel()
		<-r.Context().Done() // the client closes the connection in the middle of the page
	})
	err := first(s.client().User().List().All(ctx))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	equal(t, len(s.requests()), 1)
}

func TestUndecodableBody(t *testing.T) {
	err := none(t.Context(), (*caller)(NewClient("https://x")), &call{op: &OpUserUpdate, position: position{args: []string{"1"}}, body: json.RawMessage("{")}, nil)
	wantText(t, err, "user-update", "JSON")
}

func TestNoBodyOfUnknownType(t *testing.T) {
	s := newService(t, answer(http.StatusNoContent, "", ""))
	var body json.RawMessage
	if err := none(t.Context(), (*caller)(s.client()), &call{op: &OpUserUpdate, position: position{args: []string{"1"}}, body: body}, nil); err != nil {
		t.Fatal(err)
	}
	equal(t, s.requests()[0].body, "")
	equal(t, s.requests()[0].header.Get("Content-Type"), "")
}
