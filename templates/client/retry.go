package client

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"slices"
	"time"
)

// RetryPolicy configures the retries of failed calls.
//
// Calls with an idempotent method (GET, HEAD, PUT, DELETE, OPTIONS) are retried
// after the status 429, 503 or 504 and after network errors. Other calls (POST,
// PATCH) could take effect twice. They are retried only if the service says that
// it did not carry out the call: after 429 and 503, and after 504 with a
// Retry-After header.
//
// A call is not retried if its body cannot be read again; see [Content].
//
// The wait before a retry is the Retry-After of the response, or the policy's Wait
// if there is none. It includes a random part.
type RetryPolicy struct {
	Retries int           // the maximum number of retries; 0 disables them
	Wait    time.Duration // the longest wait before the first retry without Retry-After; it doubles with each further retry
	MaxWait time.Duration // the longest wait; if the service asks for a longer one, the error is returned at once
}

var defaultRetry = RetryPolicy{Retries: 4, Wait: time.Second, MaxWait: 3 * time.Minute}

// WithRetry replaces the default policy: at most four retries, the first within
// one second, no wait longer than three minutes.
//
// A call never waits past the deadline of its context: it returns the error at
// once.
func WithRetry(policy RetryPolicy) Option {
	return func(s *settings) { s.retry = policy }
}

// WithoutRetry disables retries.
func WithoutRetry() Option { return WithRetry(RetryPolicy{}) }

// wait returns whether to try again after try n, which counts from 0, and how
// long to wait before.
func (p *RetryPolicy) wait(n int, req *http.Request, resp *http.Response, err error) (time.Duration, bool) {
	if n >= p.Retries || req.Context().Err() != nil {
		return 0, false
	}
	var asked time.Duration
	var said bool
	if resp != nil {
		asked, said = retryAfter(resp.Header)
	}
	if !worthwhile(resp, err, said || idempotent(req.Method)) || asked > p.MaxWait {
		return 0, false
	}
	most := min(p.Wait<<min(n, 16), p.MaxWait)
	wait := most/2 + jitter(most/2)
	if said { // never earlier than the service asked
		wait = asked + jitter(min(asked/10, time.Second))
	}
	deadline, ok := req.Context().Deadline()
	return wait, !ok || time.Now().Add(wait).Before(deadline)
}

// worthwhile reports whether another try may succeed. safe means that repeating
// the call does no harm even if the service has carried it out.
func worthwhile(resp *http.Response, err error, safe bool) bool {
	if err != nil {
		return safe && broken(err)
	}
	switch resp.StatusCode {
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return true
	case http.StatusGatewayTimeout:
		return safe
	}
	return false
}

func idempotent(method string) bool {
	return slices.Contains([]string{"GET", "HEAD", "PUT", "DELETE", "OPTIONS"}, method)
}

// broken reports whether err is a network error, not an error of a certificate,
// a redirect or middleware.
func broken(err error) bool {
	if outer, ok := err.(*url.Error); ok { // net/http wraps all errors in it, and it is a net.Error itself
		err = outer.Err
	}
	var network net.Error
	return errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// jitter returns a random duration below most, so that clients that failed at the
// same moment do not all retry at the same moment.
func jitter(most time.Duration) time.Duration {
	if most <= 0 {
		return 0
	}
	return rand.N(most)
}

func sleep(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
