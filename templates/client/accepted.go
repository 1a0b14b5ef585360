package client

import (
	"context"
	"time"
)

// Accepted is the answer to a call that the service carries out later.
type Accepted struct {
	Location   string        // where to ask how far it is, as the service wrote it; may be empty
	RetryAfter time.Duration // how long to wait before asking; 0 when the service did not say
}

// accepted makes a call that is answered with 202 and, perhaps, a place to ask.
func accepted(ctx context.Context, c *caller, k *call, opts []RequestOption) (*Accepted, error) {
	resp, err := c.send(ctx, k, opts)
	if err != nil {
		return nil, err
	}
	drain(resp.Body)
	wait, _ := retryAfter(resp.Header)
	return &Accepted{Location: resp.Header.Get("Location"), RetryAfter: wait}, nil
}
