package client

import (
	"context"
	"io"
	"net/http"
	"time"
)

// Try describes one try of a call; a call that is retried has several. Request
// contains the token: do not log its headers. Do not read or close the body of
// Response, which belongs to the call.
type Try struct {
	Operation *OperationInfo
	Request   *http.Request
	Response  *http.Response // nil if Err is not nil
	Err       error          // why there is no response
	Took      time.Duration  // until the response headers or the error, including the time to get a token
	Retry     bool           // whether another try follows
	Wait      time.Duration  // the wait before that
}

// WithLogger calls log after every try, before the wait for the next one.
func WithLogger(log func(Try)) Option {
	return func(s *settings) { s.logger = log }
}

// send makes a call with its retries. It returns a response whose status means
// success, or an error: for other responses an [*Error].
func (c *caller) send(ctx context.Context, k *call, opts []RequestOption) (*http.Response, error) {
	body, err := k.payload()
	if err != nil {
		return nil, k.fail(err)
	}
	for n := 0; ; n++ {
		// Each try needs a new request: the transport may still use that of a
		// failed try.
		req, err := c.newRequest(ctx, k, body, opts)
		if err != nil {
			return nil, k.fail(err)
		}
		start := time.Now()
		own := c.sendsToken(req, k)
		resp, err := c.try(req, k)
		if claims := claimsIn(resp); claims != "" && own && k.refused.claims == "" && body.replayable() && c.trusts(resp.Request.URL) {
			k.refused = refusal{req.Header.Get("Authorization"), claims}
			if c.logger != nil {
				c.logger(Try{k.op, req, resp, err, time.Since(start), true, 0})
			}
			drain(resp.Body)
			n-- // it is no failure
			continue
		}
		wait, again := c.retry.wait(n, req, resp, err)
		again = again && body.replayable()
		if c.logger != nil {
			c.logger(Try{k.op, req, resp, err, time.Since(start), again, wait})
		}
		if !again {
			storeInfo(resp, opts)
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

// sendsToken reports whether a request gets the client's token: the host may receive it,
// and the caller gave no other.
func (c *caller) sendsToken(req *http.Request, k *call) bool {
	return c.tokens != nil && !k.anonymous && c.trusts(req.URL) && req.Header["Authorization"] == nil
}

// try sends a request, with a token if the host may receive it.
func (c *caller) try(req *http.Request, k *call) (*http.Response, error) {
	token := c.sendsToken(req, k)
	var value string
	if token {
		var err error
		if value, err = c.tokens.get(k.refused.context(req.Context()), k.refused.token); err != nil {
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

// result returns the response of a call's last try if it is a success, else an
// error.
func (k *call) result(resp *http.Response, err error) (*http.Response, error) {
	if err != nil {
		return nil, k.fail(err)
	}
	if class := resp.StatusCode / 100; class == 2 || class == 3 && k.stay {
		return resp, nil
	}
	return nil, newError(resp, k)
}

// drain reads the rest of a body if it is short, so that the connection can be
// reused, and closes it.
func drain(body io.ReadCloser) {
	_, _ = io.CopyN(io.Discard, body, 64<<10)
	_ = body.Close()
}
