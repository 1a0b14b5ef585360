package client

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// issuer issues tokens "1", "2", … that are valid for the duration life.
type issuer struct {
	life  time.Duration
	takes time.Duration
	err   error
	given int
	busy  bool
}

func (i *issuer) token(ctx context.Context) (string, time.Time, error) {
	if i.busy {
		panic("two concurrent refreshes")
	}
	i.busy = true
	defer func() { i.busy = false }()
	if err := sleep(ctx, i.takes); err != nil {
		return "", time.Time{}, err
	}
	if i.err != nil {
		return "", time.Time{}, i.err
	}
	i.given++
	return strconv.Itoa(i.given), time.Now().Add(i.life), nil
}

// bearers returns a client and a function that returns the tokens that its service
// received.
func bearers(status *int, opts ...Option) (*Client, func() []string) {
	var mu sync.Mutex
	var seen []string
	c := transport(func(r *http.Request) (*http.Response, error) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, r.Header.Get("Authorization"))
		return response(*status, ""), nil
	}).client(opts...)
	return c, func() []string { mu.Lock(); defer mu.Unlock(); return seen }
}

func TestTokenIsKeptUntilShortlyBeforeItExpires(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ok := 204
		source := &issuer{life: time.Hour}
		c, seen := bearers(&ok, WithToken(source.token))
		call := func() { check(t, c.User().Delete(t.Context(), AtUsers("1"))) }
		call()
		time.Sleep(54 * time.Minute)
		call()
		time.Sleep(2 * time.Minute)
		call() // four minutes are left: a new token
		source.err = errors.New("issuer is down")
		time.Sleep(57 * time.Minute)
		call() // no new token, but the old one is valid for three minutes
		equal(t, seen(), []string{"Bearer 1", "Bearer 1", "Bearer 2", "Bearer 2"})
		time.Sleep(4 * time.Minute)
		wantText(t, c.User().Delete(t.Context(), AtUsers("1")), "user-delete", "issuer is down")
	})
}

func TestTokenShortLived(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ok := 204
		c, seen := bearers(&ok, WithToken((&issuer{life: time.Minute}).token))
		for range 3 {
			check(t, c.User().Delete(t.Context(), AtUsers("1")))
			time.Sleep(28 * time.Second)
		}
		equal(t, seen(), []string{"Bearer 1", "Bearer 1", "Bearer 2"})
	})
}

func TestTokenOneRefreshAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ok := 204
		source := &issuer{life: time.Hour, takes: time.Second}
		c, seen := bearers(&ok, WithToken(source.token))
		var calls sync.WaitGroup
		for range 20 {
			calls.Go(func() {
				if err := c.User().Delete(context.Background(), AtUsers("1")); err != nil {
					t.Error(err)
				}
			})
		}
		impatient, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		if err := c.User().Delete(impatient, AtUsers("1")); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("call whose context ends during the wait: %v, want context.DeadlineExceeded", err)
		}
		calls.Wait()
		equal(t, source.given, 1)
		equal(t, len(seen()), 20)
	})
}

func TestTokenRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		status := 401
		c, seen := bearers(&status, WithToken((&issuer{life: time.Hour}).token))
		wantError(t, c.User().Delete(t.Context(), AtUsers("1")), 401)
		status = 204
		check(t, c.User().Delete(t.Context(), AtUsers("1")))
		check(t, c.User().Delete(t.Context(), AtUsers("1"), Header("Authorization", "mine"))) // set by the caller
		equal(t, seen(), []string{"Bearer 1", "Bearer 2", "mine"})
	})
}

func TestTokenAcrossRetries(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		status := 503
		c, seen := bearers(&status, WithToken((&issuer{life: 2 * time.Second}).token))
		wantError(t, c.User().Delete(t.Context(), AtUsers("1")), 503)
		equal(t, len(seen()), 5)
		if last := seen()[4]; last == "Bearer 1" {
			t.Error("a token that expired during the wait was sent again")
		}
	})
}

// The types below have the shape of those of azidentity and oauth2. Neither
// module is imported.

type tokenRequestOptions struct {
	Claims    string
	EnableCAE bool
	Scopes    []string
	TenantID  string
}

type accessToken struct {
	Token     string
	ExpiresOn time.Time
	RefreshOn time.Time
}

type clientSecretCredential struct{ t *testing.T }

func (c *clientSecretCredential) GetToken(ctx context.Context, o tokenRequestOptions) (accessToken, error) {
	equal(c.t, o, tokenRequestOptions{Scopes: []string{"scope/.default"}, EnableCAE: true, Claims: DemandedClaims(ctx)})
	return accessToken{Token: "<azure>", ExpiresOn: time.Now().Add(time.Hour)}, nil
}

type oauth2Token struct {
	AccessToken string    `json:"access_token"`
	TokenType   string    `json:"token_type,omitempty"`
	Expiry      time.Time `json:"expiry,omitempty"`
	raw         any
}

type oauth2TokenSource interface{ Token() (*oauth2Token, error) }

type staticSource struct{ err error }

func (s staticSource) Token() (*oauth2Token, error) {
	return &oauth2Token{AccessToken: "oauth", raw: s}, s.err
}

func TestForeignTokens(t *testing.T) {
	ok := 204
	var source oauth2TokenSource = staticSource{}
	c, seen := bearers(&ok, WithToken(FromCredential(&clientSecretCredential{t}, "scope/.default")))
	check(t, c.User().Delete(t.Context(), AtUsers("1")))
	equal(t, seen(), []string{"Bearer <azure>"})
	c, seen = bearers(&ok, WithToken(FromTokenSource(source)))
	check(t, c.User().Delete(t.Context(), AtUsers("1")))
	equal(t, seen(), []string{"Bearer oauth"})

	c, _ = bearers(&ok, WithToken(FromTokenSource(staticSource{errors.New("no token")})))
	wantText(t, c.User().Delete(t.Context(), AtUsers("1")), "user-delete", "no token")
	c, _ = bearers(&ok, WithToken(StaticToken("")))
	wantText(t, c.User().Delete(t.Context(), AtUsers("1")), "user-delete", "empty token")
}
