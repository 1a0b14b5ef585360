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

// RetryPolicy says how calls are repeated: after 429, 503 and 504, and when
// the connection breaks. A call that might then take effect twice (POST,
// PATCH) is repeated only when the service says that it did nothing: by 429
// or 503, or with Retry-After.
type RetryPolicy struct {
	Retries int           // how many at most
	Wait    time.Duration // before the first, and twice as long before each further one, where the service does not say how long
	MaxWait time.Duration // when the service asks for a longer wait, the error is returned at once
}

var defaultRetry = RetryPolicy{Retries: 4, Wait: time.Second, MaxWait: 3 * time.Minute}

// WithRetry replaces the usual policy: four retries, the first after a second
// at most, none that would have to wait for more than three minutes. No call
// waits when the wait would outlast its context.
func WithRetry(policy RetryPolicy) Option {
	return func(s *settings) { s.retry = policy }
}

// WithoutRetry makes every call once.
func WithoutRetry() Option { return WithRetry(RetryPolicy{}) }

// wait says whether to try again after try n, and how long to wait first.
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
	if said { // never sooner than asked
		wait = asked + jitter(min(asked/10, time.Second))
	}
	deadline, ok := req.Context().Deadline()
	return wait, !ok || time.Now().Add(wait).Before(deadline)
}

// worthwhile reports whether another try may end otherwise. safe: the call
// can be repeated though the service may have carried it out.
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

// broken reports whether err is the network's: not a certificate, a redirect
// or middleware that said no.
func broken(err error) bool {
	if outer, ok := err.(*url.Error); ok { // net/http's, itself a net.Error
		err = outer.Err
	}
	_, network := errors.AsType[net.Error](err)
	return network || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// jitter spreads the clients that a service turned away at one moment.
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
