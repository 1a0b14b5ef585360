package client

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestTrusts(t *testing.T) {
	tests := []struct {
		base, url string
		want      bool
	}{
		{"https://graph.example/v1", "https://graph.example/x", true},
		{"https://graph.example/v1", "https://GRAPH.example:443/x", true},
		{"https://graph.example:443/v1", "https://graph.example/x", true},
		{"https://graph.example/v1", "http://graph.example/x", false},
		{"https://graph.example/v1", "https://graph.example:444/x", false},
		{"https://graph.example/v1", "https://sub.graph.example/x", false},
		{"https://graph.example/v1", "https://graph.example.evil/x", false},
		{"https://graph.example/v1", "https://graph.example@evil/x", false},
		{"https://graph.example/v1", "https://evil/graph.example", false},
		{"https://graph.example/v1", "https://allowed.example/", true},
		{"https://graph.example/v1", "https://allowed.example:8443/", false},
		{"https://graph.example/v1", "https://ported.example:8443/", true},
		{"https://graph.example/v1", "http://allowed.example/", false},
		{"http://localhost:8080", "http://localhost:8080/x", true},
		{"http://localhost:8080", "http://localhost:8081/x", false},
		{"http://localhost", "http://localhost:80/x", true},
		{"http://localhost", "https://localhost/x", true},
	}
	for _, test := range tests {
		u, err := url.Parse(test.url)
		check(t, err)
		c := NewClient(test.base, WithAllowedHost("Allowed.example"), WithAllowedHost("ported.example:8443"))
		if got := (*caller)(c).trusts(u); got != test.want {
			t.Errorf("base URL %s: trusts(%s) = %v", test.base, test.url, got)
		}
	}
}

func hostOf(s *service) string { return strings.TrimPrefix(s.URL, "http://") }

func TestRedirectsKeepTheToken(t *testing.T) {
	var there, back string
	stranger := newService(t, func(w http.ResponseWriter, r *http.Request) {
		if back != "" {
			http.Redirect(w, r, back, http.StatusTemporaryRedirect)
			return
		}
		answer(200, "application/json", `{"id":"there"}`)(w, r)
	})
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/v1.0/users/1" {
			http.Redirect(w, r, there, http.StatusTemporaryRedirect)
			return
		}
		answer(200, "application/json", `{"id":"here"}`)(w, r)
	})
	seen := func(s *service) []string { return s.requests()[len(s.requests())-1].header["Authorization"] }
	secret := []string{"Bearer secret"}

	there = s.URL + "/other"
	c := s.client(WithToken(StaticToken("secret")))
	user, err := c.User().Get(t.Context(), AtUsers("1"))
	check(t, err)
	equal(t, user.ID, "here")
	equal(t, seen(s), secret)

	// Another port is another host, although net/http would send the token.
	there = stranger.URL + "/x"
	user, err = c.User().Get(t.Context(), AtUsers("1"), Header("Cookie", "a=b"))
	check(t, err)
	equal(t, user.ID, "there")
	equal(t, seen(stranger), []string(nil))
	equal(t, stranger.requests()[0].header["Cookie"], []string(nil))
	equal(t, stranger.requests()[0].header["Referer"], []string(nil))

	// Allowed by the caller.
	_, err = s.client(WithToken(StaticToken("secret")), WithAllowedHost(hostOf(stranger))).User().Get(t.Context(), AtUsers("1"))
	check(t, err)
	equal(t, seen(stranger), secret)

	// Once dropped, the token is not sent again.
	back = s.URL + "/v1.0/users/victim"
	_, err = c.User().Get(t.Context(), AtUsers("1"))
	check(t, err)
	equal(t, seen(s), []string(nil))

	there = s.URL + "/v1.0/users/1"
	_, err = s.client(WithoutRetry()).User().Get(t.Context(), AtUsers("1"))
	wantText(t, err, "user-get", "10 redirects")
}

func TestRedirectedChange(t *testing.T) {
	status := http.StatusFound
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/v1.0/users/1" {
			http.Redirect(w, r, "/elsewhere", status)
			return
		}
		answer(200, "application/json", `{}`)(w, r)
	})
	update := func() error {
		return s.client().User().Update(t.Context(), AtUsers("1"), UserUpdate{DisplayName: Set("A")})
	}
	wantError(t, update(), 302) // net/http would send a GET
	status = http.StatusPermanentRedirect
	check(t, update())
	last := s.requests()[2]
	equal(t, last.method+last.uri+last.body, `PATCH/elsewhere{"displayName":"A"}`)
}

func TestUsersCheckRedirect(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/x", http.StatusTemporaryRedirect) })
	never := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	_, err := s.client(WithHTTPClient(never)).User().Get(t.Context(), AtUsers("1"))
	wantError(t, err, 307)
}

func TestNextLinkToAnotherHost(t *testing.T) {
	stranger := newService(t, answer(200, "application/json", `{"value":[{"id":"2"}]}`))
	s := newService(t, answer(200, "application/json", `{"value":[{"id":"1"}],"@odata.nextLink":"`+stranger.URL+`/p2"}`))
	for range s.client(WithToken(StaticToken("secret"))).User().List(Header("Authorization", "mine")).All(t.Context()) {
	}
	for range s.client(WithToken(StaticToken("secret"))).User().List().All(t.Context()) {
	}
	equal(t, s.requests()[0].header["Authorization"], []string{"mine"})
	equal(t, s.requests()[1].header["Authorization"], []string{"Bearer secret"})
	equal(t, len(stranger.requests()), 2)
	for _, r := range stranger.requests() {
		equal(t, r.header["Authorization"], []string(nil))
	}
	for range s.client(WithToken(StaticToken("secret")), WithAllowedHost(hostOf(stranger))).User().List().All(t.Context()) {
	}
	equal(t, stranger.requests()[2].header["Authorization"], []string{"Bearer secret"})
}
