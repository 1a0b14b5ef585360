package client

import (
	"context"
	"io"
	"net/http"
	"time"
)

// Try tells of one HTTP exchange; a call that is retried has several. Request
// holds the token, and Response's body belongs to the call: leave both.
type Try struct {
	Operation *OperationInfo
	Request   *http.Request
	Response  *http.Response // nil when Err is set
	Err       error
	Took      time.Duration
	Retry     bool // another try follows
	Wait      time.Duration
}

// WithLogger has log called after every try.
func WithLogger(log func(Try)) Option {
	return func(s *settings) { s.logger = log }
}

// send makes a call, as often as need be. What it returns is a response that
// the call can use; any other has become an [*Error].
func (c *caller) send(ctx context.Context, k *call, opts []RequestOption) (*http.Response, error) {
	body, err := k.payload()
	if err != nil {
		return nil, k.fail(err)
	}
	for n := 0; ; n++ {
		// A request of its own: the transport may still hold one that failed.
		req, err := c.newRequest(ctx, k, body, opts)
		if err != nil {
			return nil, k.fail(err)
		}
		start := time.Now()
		resp, err := c.try(req, k)
		wait, again := c.retry.wait(n, req, resp, err)
		again = again && body.replayable()
		if c.logger != nil {
			c.logger(Try{k.op, req, resp, err, time.Since(start), again, wait})
		}
		if !again {
			return k.result(resp, err)
		}
		if resp != nil {
			drain(resp.Body)
		}
		if err := sleep(ctx, wait); err != nil {
			return nil, k.fail(err)
		}
	}
}

// try makes one try.
func (c *caller) try(req *http.Request, k *call) (*http.Response, error) {
	token := c.tokens != nil && !k.anonymous && c.trusts(req.URL) && req.Header["Authorization"] == nil
	var value string
	if token {
		var err error
		if value, err = c.tokens.get(req.Context()); err != nil {
			return nil, err
		}
		req.Header["Authorization"] = []string{value}
	}
	hc := &c.follow
	if k.stay {
		hc = &c.stay
	}
	resp, err := hc.Do(req)
	if err != nil {
		return nil, err
	}
	if token && resp.StatusCode == http.StatusUnauthorized {
		c.tokens.forget(value)
	}
	return resp, nil
}

// result gives what a call's last try means.
func (k *call) result(resp *http.Response, err error) (*http.Response, error) {
	if err != nil {
		return nil, k.fail(err)
	}
	if class := resp.StatusCode / 100; class == 2 || class == 3 && k.stay {
		return resp, nil
	}
	return nil, newError(resp, k.op)
}

// drain closes a body after reading what is left, if that is little, so that
// the connection can be used again.
func drain(body io.ReadCloser) {
	_, _ = io.CopyN(io.Discard, body, 64<<10)
	_ = body.Close()
}
