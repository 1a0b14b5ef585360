// Package servertest has tests talk to a server of the documented API that runs
// for the length of the test:
//
//	srv := servertest.New(t, server.New(store{}))
//	client := graph.NewClient(srv.URL)
//
// What the tested code asks for must be documented and implemented: any other
// request fails the test.
package servertest

import (
	"net/http"
	"net/http/httptest"
	"testing"

	server "github.com/mdwire/mdwire/templates/server"
)

// New serves h, a handler that the server package made or one around it, until
// the test ends. A request that no documented route takes fails the test, which
// is told what comes closest, and so does one that Unimplemented answers. Each
// test has a server of its own, so tests may run in parallel.
func New(t testing.TB, h http.Handler) *httptest.Server {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		missed := func(why string) { t.Errorf("%s %s: %s", r.Method, r.URL.RequestURI(), why) }
		h.ServeHTTP(w, r.WithContext(server.WithMissed(r.Context(), missed)))
	}))
	t.Cleanup(srv.Close) // waits for the requests that are being served
	return srv
}
