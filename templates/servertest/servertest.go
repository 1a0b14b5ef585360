// Package servertest runs a server of the documented API during a test:
//
//	srv := servertest.New(t, server.New(store{}))
//	client := graph.NewClient(srv.URL)
//
// The tested code may only make calls that are documented and implemented. Any
// other request fails the test.
package servertest

import (
	"net/http"
	"net/http/httptest"
	"testing"

	server "github.com/mdwire/mdwire/templates/server"
)

// New starts a server that serves h until the test ends. h is a handler from the
// server package's New, or a handler that wraps it.
//
// A request fails the test if it matches no documented route or if its operation
// is not implemented. The failure lists the closest documented routes. Tests may
// run in parallel because each call of New starts a server.
func New(t testing.TB, h http.Handler) *httptest.Server {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		missed := func(why string) { t.Errorf("%s %s: %s", r.Method, r.URL.RequestURI(), why) }
		h.ServeHTTP(w, r.WithContext(server.WithMissed(r.Context(), missed)))
	}))
	t.Cleanup(srv.Close) // waits for active requests
	return srv
}
