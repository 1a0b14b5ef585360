package client

import (
	"context"
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
	drain(resp.Body)
	wait, _ := retryAfter(resp.Header)
	return &Accepted{Location: resp.Header.Get("Location"), RetryAfter: wait}, nil
}
