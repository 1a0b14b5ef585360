package client

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestDo(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/gone") {
			answer(404, "application/json", `{"error":{"code":"gone"}}`)(w, r)
			return
		}
		answer(200, "application/json", `{"id":"1"}`)(w, r)
	})
	c := s.client(WithToken(StaticToken("secret")))
	var user User
	check(t, c.Do(t.Context(), "PATCH", "/me?$select=id", map[string]string{"displayName": "A"}, &user, Top(5), Header("X-A", "b")))
	equal(t, user.ID, "1")
	r := s.requests()[0]
	equal(t, r.method+" "+r.uri, "PATCH /v1.0/me?$select=id&$top=5")
	equal(t, r.body+r.header.Get("X-A")+r.header.Get("Authorization"), `{"displayName":"A"}bBearer secret`)

	var text strings.Builder
	check(t, c.Do(t.Context(), "GET", s.URL+"/v1.0/me", nil, &text))
	equal(t, text.String()+s.requests()[1].header.Get("Accept"), `{"id":"1"}*/*`)
	check(t, c.Do(t.Context(), "DELETE", "/me", nil, nil))
	equal(t, s.requests()[2].method, "DELETE")

	err := c.Do(t.Context(), "GET", "/gone?a=b", nil, nil)
	wantError(t, err, 404)
	wantText(t, err, "GET /gone: 404 Not Found: gone")
	for _, address := range []string{"me", "", "https://other.example/v1.0/me", "//other.example/me", "\x00"} {
		wantText(t, c.Do(t.Context(), "GET", address, nil, nil), "GET ")
	}
	wantText(t, NewClient("x").Do(t.Context(), "GET", "/me", nil, nil), "invalid base URL")
	equal(t, len(s.requests()), 4)
}

func TestPrepare(t *testing.T) {
	s := newService(t, answer(200, "application/json", `{}`))
	c := s.client(WithToken(StaticToken("secret")))
	req, err := c.Prepare(func(c *Client) error {
		return c.User().Update(t.Context(), AtUsers("1"), UserUpdate{DisplayName: Set("A")})
	})
	check(t, err)
	body, err := io.ReadAll(req.Body)
	check(t, err)
	equal(t, req.Method+" "+req.URL.Path+" "+string(body), `PATCH /v1.0/users/1 {"displayName":"A"}`)
	equal(t, req.Header.Get("Authorization"), "")
	_, err = c.Prepare(func(c *Client) error {
		_, err := c.User().Get(t.Context(), AtUsers(""))
		return err
	})
	wantText(t, err, "path argument")
	_, err = c.Prepare(func(*Client) error { return nil })
	wantText(t, err, "no request was made")
	equal(t, len(s.requests()), 0)
}

func TestResponseInfo(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Request-Id", "7")
		w.Header().Set("ETag", `W/"2"`)
		if r.Method == "DELETE" {
			answer(404, "application/json", `{}`)(w, r)
			return
		}
		answer(201, "application/json", `{}`)(w, r)
	})
	var info ResponseInfo
	_, err := s.client().User().Get(t.Context(), AtUsers("1"), WithResponse(&info))
	check(t, err)
	equal(t, info.StatusCode, 201)
	equal(t, info.RequestID()+info.ETag(), `7W/"2"`)
	wantError(t, s.client().User().Delete(t.Context(), AtUsers("1"), WithResponse(&info)), 404)
	equal(t, info.StatusCode, 404)
	equal(t, s.requests()[0].uri, "/v1.0/users/1")
}
