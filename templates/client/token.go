package client

import (
	"context"
	"errors"
	"sync"
	"time"
)

// TokenFunc returns an access token and the time when it expires. The client
// caches the token until shortly before that time. It never calls the function
// concurrently. If the time is zero, the client calls the function for every try
// of a call, which is right for a function that caches tokens itself.
//
// If the service refuses a token and demands claims, the client asks once for a token
// with them; the function finds them with [DemandedClaims].
//
// See [StaticToken] for a fixed token.
type TokenFunc func(ctx context.Context) (token string, expires time.Time, err error)

// WithToken sends tokens in the Authorization header ("Bearer …") to the base
// URL's host and the hosts of [WithAllowedHost], and to no other host. A call
// that sets Authorization with [Header] uses that instead.
func WithToken(tokens TokenFunc) Option {
	return func(s *settings) { s.tokens = &tokenCache{fetch: tokens, turn: make(chan struct{}, 1)} }
}

// StaticToken returns a TokenFunc for a fixed token, such as one printed by a
// command line tool. The token is never renewed: long-running programs should
// use FromCredential, FromTokenSource or a TokenFunc of their own.
func StaticToken(token string) TokenFunc {
	return func(context.Context) (string, time.Time, error) { return token, time.Time{}, nil }
}

// tokenCache caches a token until shortly before it expires.
type tokenCache struct {
	fetch TokenFunc
	turn  chan struct{} // a lock during fetch; unlike with a mutex, a waiting call can be canceled

	mu      sync.Mutex
	value   string // "Bearer …"
	renew   time.Time
	expires time.Time
}

// get returns a token. refused is a token that must not be returned, "" for none.
func (t *tokenCache) get(ctx context.Context, refused string) (string, error) {
	if value, fresh := t.cached(refused); fresh {
		return value, nil
	}
	select {
	case t.turn <- struct{}{}:
		defer func() { <-t.turn }()
	case <-ctx.Done():
		return "", ctx.Err()
	}
	value, fresh := t.cached(refused) // another call may have renewed it during the wait
	if fresh {
		return value, nil
	}
	token, expires, err := t.fetch(ctx)
	if err == nil && token == "" {
		err = errors.New("the token source returned an empty token")
	}
	if err != nil && value != "" { // renewal is early: the old token is still valid
		return value, nil
	}
	if err != nil {
		return "", err
	}
	return t.keep(token, expires), nil
}

// cached returns the token, or "" if it has expired or is the refused one. fresh
// reports whether it need not be renewed yet.
func (t *tokenCache) cached(refused string) (value string, fresh bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	if !now.Before(t.expires) || t.value == refused {
		return "", false
	}
	return t.value, now.Before(t.renew)
}

// keep stores a token that is to be renewed five minutes before it expires, or
// after nine tenths of its life if that is later.
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
