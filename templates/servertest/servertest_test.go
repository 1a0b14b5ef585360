package servertest

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// fakeT records the errors and cleanups of a test.
type fakeT struct {
	testing.TB
	reports  []string
	cleanups []func()
}

func (f *fakeT) Helper()          {}
func (f *fakeT) Cleanup(c func()) { f.cleanups = append(f.cleanups, c) }
func (f *fakeT) Errorf(format string, args ...any) {
	f.reports = append(f.reports, fmt.Sprintf(format, args...))
}

// TestNew checks that the server runs until the test ends. Reports about requests
// that it cannot serve are tested in package server.
func TestNew(t *testing.T) {
	t.Parallel()
	f := &fakeT{}
	srv := New(f, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusTeapot)
	}))
	resp, err := http.Get(srv.URL + "/x")
	if err != nil || resp.StatusCode != http.StatusTeapot {
		t.Fatalf("%v, %v", resp, err)
	}
	resp.Body.Close()
	for _, c := range f.cleanups {
		c()
	}
	if _, err := http.Get(srv.URL); err == nil || !strings.Contains(err.Error(), "refused") {
		t.Errorf("request after the test: %v, want connection refused", err)
	}
	if len(f.reports) > 0 {
		t.Errorf("reported %q, want nothing", f.reports)
	}
}
