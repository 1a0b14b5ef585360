package client

import (
	"context"
	"errors"
	"sync"
	"time"
)

// TokenFunc gives an access token and when it expires. The client asks again
// shortly before then, one call at a time. With a zero time it asks for every
// call: right for a function that keeps its token itself.
type TokenFunc func(ctx context.Context) (token string, expires time.Time, err error)

// WithToken sends tokens, as "Authorization: Bearer …", to the base URL's host
// and those of [WithAllowedHost], and to no other. Where the caller sets
// Authorization by [Header], that is sent.
func WithToken(tokens TokenFunc) Option {
	return func(s *settings) { s.tokens = &tokenCache{fetch: tokens, turn: make(chan struct{}, 1)} }
}

// StaticToken makes a TokenFunc of one token, such as a command line tool
// prints. A program that outlives its token needs another: see FromCredential
// and FromTokenSource.
func StaticToken(token string) TokenFunc {
	return func(context.Context) (string, time.Time, error) { return token, time.Time{}, nil }
}

// tokenCache keeps a token until shortly before it expires.
type tokenCache struct {
	fetch TokenFunc
	turn  chan struct{} // holds a value while a token is fetched: unlike a mutex, waiting for it can be given up

	mu      sync.Mutex
	value   string // "Bearer …"
	renew   time.Time
	expires time.Time
}

func (t *tokenCache) get(ctx context.Context) (string, error) {
	if value, fresh := t.cached(); fresh {
		return value, nil
	}
	select {
	case t.turn <- struct{}{}:
		defer func() { <-t.turn }()
	case <-ctx.Done():
		return "", ctx.Err()
	}
	value, fresh := t.cached() // another call may have fetched it meanwhile
	if fresh {
		return value, nil
	}
	token, expires, err := t.fetch(ctx)
	if err == nil && token == "" {
		err = errors.New("the token source gave an empty token")
	}
	if err != nil && value != "" { // early: the old one still holds
		return value, nil
	}
	if err != nil {
		return "", err
	}
	return t.keep(token, expires), nil
}

// cached gives the token if it has not expired, and whether it need not be renewed yet.
func (t *tokenCache) cached() (value string, fresh bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	if !now.Before(t.expires) {
		return "", false
	}
	return t.value, now.Before(t.renew)
}

// keep renews five minutes before the end, or at nine tenths of a short life.
func (t *tokenCache) keep(token string, expires time.Time) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	early := min(5*time.Minute, time.Until(expires)/10)
	t.value, t.expires, t.renew = "Bearer "+token, expires, expires.Add(-early)
	return t.value
}

func (t *tokenCache) forget(value string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.value == value {
		t.expires = time.Time{}
	}
}
