package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// script responds to each try with the next step, and repeats the last one.
type script struct {
	steps  []func() (*http.Response, error)
	at     []time.Duration // the time of each try
	bodies []string
}

func (s *script) client(opts ...Option) *Client {
	start := time.Now()
	return transport(func(r *http.Request) (*http.Response, error) {
		s.at = append(s.at, time.Since(start))
		if r.Body != nil {
			body, _ := io.ReadAll(r.Body)
			s.bodies = append(s.bodies, string(body))
		}
		return s.steps[min(len(s.at), len(s.steps))-1]()
	}).client(opts...)
}

func reply(status int, header ...string) func() (*http.Response, error) {
	return func() (*http.Response, error) { return response(status, "", header...), nil }
}

func brokenBy(err error) func() (*http.Response, error) {
	return func() (*http.Response, error) { return nil, err }
}

func steps(s ...func() (*http.Response, error)) *script { return &script{steps: s} }

var errReset = &net.OpError{Op: "read", Err: errors.New("connection reset by peer")}

func TestRetryWaits(t *testing.T) {
	const second = time.Second
	date := time.Date(2000, 1, 1, 0, 0, 20, 0, time.UTC).Format(http.TimeFormat) // 20 s after the start of a bubble
	tests := []struct {
		name     string
		step     func() (*http.Response, error)
		min, max time.Duration // the wait before the second try
	}{
		{"seconds", reply(429, "Retry-After", "10"), 10 * second, 11 * second},
		{"date", reply(503, "Retry-After", date), 20 * second, 21 * second},
		{"date by the service's clock", reply(503, "Retry-After", date, "Date", time.Date(2000, 1, 1, 0, 0, 15, 0, time.UTC).Format(http.TimeFormat)), 5 * second, 6 * second},
		{"date that has passed", reply(503, "Retry-After", "Fri, 31 Dec 1999 00:00:00 GMT"), 0, 0},
		{"zero", reply(503, "Retry-After", "0"), 0, 0},
		{"not said", reply(504), second / 2, second},
		{"nonsense", reply(504, "Retry-After", "soon"), second / 2, second},
		{"broken connection", brokenBy(errReset), second / 2, second},
		{"cut off", brokenBy(io.ErrUnexpectedEOF), second / 2, second},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := steps(test.step, reply(204))
				check(t, s.client().User().Delete(t.Context(), AtUsers("1")))
				if wait := s.at[1]; wait < test.min || wait > test.max {
					t.Errorf("waited %v, want %v to %v", wait, test.min, test.max)
				}
			})
		})
	}
}

func TestRetryBackoffIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := steps(reply(503))
		err := s.client().User().Delete(t.Context(), AtUsers("1"))
		wantError(t, err, 503)
		equal(t, len(s.at), 5)
		for i, most := range []time.Duration{1, 2, 4, 8} {
			wait := s.at[i+1] - s.at[i]
			if most *= time.Second; wait < most/2 || wait > most {
				t.Errorf("wait %d was %v, want %v to %v", i, wait, most/2, most)
			}
		}
	})
}

func TestNoRetry(t *testing.T) {
	get := func(c *Client) error { return first(c.User().List().Pages(context.Background())) }
	patch := func(c *Client) error { return c.User().Update(context.Background(), AtUsers("1"), UserUpdate{}) }
	upload := func(c *Client) error {
		return c.ProfilePhoto().Update(context.Background(), Content{Reader: io.MultiReader(strings.NewReader("x"))})
	}
	tests := []struct {
		name string
		step func() (*http.Response, error)
		call func(*Client) error
		opts []Option
	}{
		{"off", reply(503), get, []Option{WithoutRetry()}},
		{"other status", reply(500), get, nil},
		{"asks for too long", reply(429, "Retry-After", "3600"), get, nil},
		{"absurdly long", reply(429, "Retry-After", strings.Repeat("9", 400)), get, nil},
		{"504 of a call that may have taken effect", reply(504), patch, nil},
		{"broken connection of a call that may have taken effect", brokenBy(errReset), patch, nil},
		{"not a network error", brokenBy(errors.New("certificate")), get, nil},
		{"a body that cannot be read again", reply(503), upload, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := steps(test.step)
				if err := test.call(s.client(test.opts...)); err == nil {
					t.Error("the call returned no error")
				}
				equal(t, s.at, []time.Duration{0})
			})
		})
	}
}

func TestRetryPatchIfNotCarriedOut(t *testing.T) {
	for _, step := range []func() (*http.Response, error){reply(429), reply(503), reply(504, "Retry-After", "1")} {
		synctest.Test(t, func(t *testing.T) {
			s := steps(step, reply(204))
			check(t, s.client().User().Update(t.Context(), AtUsers("1"), UserUpdate{DisplayName: Set("A")}))
			equal(t, s.bodies, []string{`{"displayName":"A"}`, `{"displayName":"A"}`}) // the body is sent again
		})
	}
}

func TestRetryAndDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // the wait would pass the deadline: returns at once
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		s := steps(reply(429, "Retry-After", "6"))
		start := time.Now()
		err := s.client().User().Delete(ctx, AtUsers("1"))
		equal(t, wantError(t, err, 429).RetryAfter, 6*time.Second)
		equal(t, time.Since(start), time.Duration(0))
	})
	synctest.Test(t, func(t *testing.T) { // canceled while waiting
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(3*time.Second, cancel)
		s := steps(reply(429, "Retry-After", "60"))
		start := time.Now()
		err := s.client().User().Delete(ctx, AtUsers("1"))
		if !errors.Is(err, context.Canceled) || time.Since(start) != 3*time.Second {
			t.Errorf("%v after %v, want context.Canceled after 3s", err, time.Since(start))
		}
		wantText(t, err, "user-delete")
	})
}

// TestRetryReusesConnection checks that a retry closes the previous response. The
// official SDK leaks a connection with each retry.
func TestRetryReusesConnection(t *testing.T) {
	tries := 0
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		if tries++; tries < 4 {
			w.Header().Set("Retry-After", "0")
			answer(503, "application/json", strings.Repeat(`{"error":{}}`, 1000))(w, r)
			return
		}
		w.WriteHeader(204)
	})
	var reused []bool
	ctx := httptrace.WithClientTrace(t.Context(), &httptrace.ClientTrace{
		GotConn: func(info httptrace.GotConnInfo) { reused = append(reused, info.Reused) },
	})
	check(t, s.client().User().Update(ctx, AtUsers("1"), UserUpdate{}))
	equal(t, reused, []bool{false, true, true, true})
}

func TestUploadIsReplayed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "photo")
	check(t, os.WriteFile(file, []byte("skipped photo"), 0o600))
	opened, err := os.Open(file)
	check(t, err)
	defer opened.Close()
	_, err = opened.Seek(8, io.SeekStart) // sending starts at the current position
	check(t, err)
	synctest.Test(t, func(t *testing.T) {
		s := steps(brokenBy(errReset), reply(503), reply(200))
		check(t, s.client().ProfilePhoto().Update(t.Context(), Content{Reader: opened}))
		equal(t, s.bodies, []string{"photo", "photo", "photo"})
	})
	_, err = opened.Stat()
	check(t, err) // not closed
}

func TestLoggerAndMiddleware(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log []string
		layer := func(name string) Middleware {
			return func(req *http.Request, next http.RoundTripper) (*http.Response, error) {
				log = append(log, name+" "+req.URL.Path)
				return next.RoundTrip(req)
			}
		}
		logger := func(try Try) {
			log = append(log, fmt.Sprint(try.Operation.Name, " ", try.Response.StatusCode, " ", try.Retry, " ", try.Wait >= time.Second))
		}
		s := steps(reply(503, "Retry-After", "1"), reply(204))
		c := s.client(WithMiddleware(layer("outer"), layer("inner")), WithLogger(logger))
		check(t, c.User().Delete(t.Context(), AtUsers("1")))
		equal(t, log, []string{
			"outer /v1.0/users/1", "inner /v1.0/users/1", "user-delete 503 true true",
			"outer /v1.0/users/1", "inner /v1.0/users/1", "user-delete 204 false false",
		})
	})
}
