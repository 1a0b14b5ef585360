package servertest

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// fakeT keeps what a test reports.
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

// The server is there until the test ends, and gives its requests a context
// with which the server package reports what it cannot serve; that is tested there.
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
		t.Errorf("after the test: %v", err)
	}
	if len(f.reports) > 0 {
		t.Errorf("reported %q", f.reports)
	}
}
