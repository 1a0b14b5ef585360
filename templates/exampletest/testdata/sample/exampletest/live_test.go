package exampletest

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sample/graph"
)

func TestLive(t *testing.T) {
	var calls []string
	live := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls = append(calls, r.Method+" "+r.URL.Path+" "+r.Header.Get("Authorization"))
		switch r.URL.Path {
		case "/v1.0/users/there":
			io.WriteString(w, `{"id": "other than documented"}`)
		case "/v1.0/users/odd":
			io.WriteString(w, `{"id": 7}`)
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	defer live.Close()
	t.Setenv("MDWIRE_LIVE_URL", live.URL+"/v1.0")
	t.Setenv("MDWIRE_LIVE_TOKEN", "secret")
	get := func(id string) func(testing.TB) {
		return func(t testing.TB) {
			x := open(t, "sample/user-get/placeholder", &graph.OpUserGet, 0)
			x.value(x.client.User().Get(t.Context(), graph.AtUsers(id)))
		}
	}
	for _, tt := range []struct {
		test func(testing.TB)
		want string
	}{
		{get("there"), ""},
		{get("odd"), "the client cannot decode the response: user-get: "},
		{get("elsewhere"), "skipped: the service returned an error: user-get: 404"},
		{move(1, moved, moving, same), "skipped: only GET examples without errors are sent to a live service"},
	} {
		if got := run(tt.test); (got == "") != (tt.want == "") || !strings.HasPrefix(got, tt.want) {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
	if len(calls) != 3 || calls[0] != "GET /v1.0/users/there Bearer secret" {
		t.Errorf("calls %q, want 3 with the token", calls)
	}
}
