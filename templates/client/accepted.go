package client

import (
	"context"
	"net/http"
	"time"
)

// Accepted is the response to a call that the service carries out later (202).
type Accepted struct {
	Location   string        // where to ask for progress, as sent by the service; may be relative or empty
	RetryAfter time.Duration // how long to wait before asking; 0 if the service did not say
}

// accepted makes a call whose documented response is 202 Accepted.
func accepted(ctx context.Context, c *caller, k *call, opts []RequestOption) (*Accepted, error) {
	resp, err := c.send(ctx, k, opts)
	if err != nil {
		return nil, err
	}
	return newAccepted(resp), nil
}

// newAccepted returns the content of a 202 response. It closes the body.
func newAccepted(resp *http.Response) *Accepted {
	drain(resp.Body)
	wait, _ := retryAfter(resp.Header)
	return &Accepted{Location: resp.Header.Get("Location"), RetryAfter: wait}
}

// isLater reports whether the service carries out a call later that may also be
// answered by a value. It closes the body then.
func (k *call) isLater(resp *http.Response) bool {
	if k.later == nil || resp.StatusCode != http.StatusAccepted {
		return false
	}
	*k.later = newAccepted(resp)
	return true
}
