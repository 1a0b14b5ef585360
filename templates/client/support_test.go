package client

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// arrived is a request received by a service.
type arrived struct {
	method, uri, body string
	header            http.Header
}

// service is a server that records the requests.
type service struct {
	*httptest.Server
	mu  sync.Mutex
	got []arrived
}

func newService(t testing.TB, handle http.HandlerFunc) *service {
	t.Helper()
	s := &service{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		s.mu.Lock()
		s.got = append(s.got, arrived{r.Method, r.RequestURI, string(body), r.Header})
		s.mu.Unlock()
		handle(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *service) requests() []arrived {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.got
}

func (s *service) client(opts ...Option) *Client { return NewClient(s.URL+"/v1.0", opts...) }

// answer returns a handler that always sends the same response.
func answer(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// transport responds without a network, so that tests that depend on time can
// run in a synctest bubble.
type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func (f transport) client(opts ...Option) *Client {
	return NewClient("https://api.example/v1.0", append(opts, WithHTTPClient(&http.Client{Transport: f}))...)
}

func response(status int, body string, header ...string) *http.Response {
	w := httptest.NewRecorder()
	for i := 0; i < len(header); i += 2 {
		w.Header().Set(header[i], header[i+1])
	}
	w.WriteHeader(status)
	_, _ = w.WriteString(body)
	return w.Result()
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func equal(t testing.TB, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %#v\nwant %#v", got, want)
	}
}

// equalJSON compares the JSON values of got and want.
func equalJSON(t testing.TB, got any, want string) {
	t.Helper()
	data, err := json.Marshal(got)
	check(t, err)
	var g, w any
	check(t, json.Unmarshal(data, &g))
	check(t, json.Unmarshal([]byte(want), &w))
	if !reflect.DeepEqual(g, w) {
		t.Errorf("got  %s\nwant %s", data, want)
	}
}

func wantError(t testing.TB, err error, status int) *Error {
	t.Helper()
	e, ok := errors.AsType[*Error](err)
	if !ok {
		t.Fatalf("error is %v, want an *Error", err)
	}
	if e.StatusCode != status {
		t.Errorf("status %d, want %d", e.StatusCode, status)
	}
	return e
}

func wantText(t testing.TB, err error, texts ...string) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	for _, text := range texts {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("error %q does not contain %q", err, text)
		}
	}
}
