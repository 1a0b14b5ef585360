package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	graph "github.com/mdwire/mdwire/golden/v1"
	"github.com/mdwire/mdwire/golden/v1/server/servertest"
)

var key = []byte("the key of the tests")

// tokens are the tokens of the tests, by their permissions.
var tokens = map[string]string{
	"reader":   sign(payload{Subject: "ines@example.com", Scopes: "User.Read.All", Expires: inAnHour}),
	"sync":     sign(payload{Subject: "sync", Roles: []string{"User.ReadWrite.All"}, Expires: inAnHour}),
	"mailer":   sign(payload{Subject: "mailer", Scopes: "Mail.Read Mail.Send", Expires: inAnHour}),
	"personal": sign(payload{Subject: "kim@example.com", Scopes: "User.Read.All", Tenant: personalAccounts, Expires: inAnHour}),
	"late":     sign(payload{Subject: "ines@example.com", Scopes: "User.Read.All", Expires: 1}),
	"forged":   sign(payload{Subject: "ines@example.com", Scopes: "User.Read.All", Expires: inAnHour}) + "A",
}

var inAnHour = time.Now().Add(time.Hour).Unix()

func sign(p payload) string {
	data, err := json.Marshal(p)
	if err != nil {
		panic(err)
	}
	encode := base64.RawURLEncoding.EncodeToString
	text := encode([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + encode(data)
	return text + "." + encode(mac(text, key))
}

// open starts the server of a test. It returns a function that returns a client
// with one of the tokens.
func open(t *testing.T) (as func(token string) *graph.Client) {
	t.Helper()
	srv := servertest.New(t, newHandler(key))
	return func(token string) *graph.Client {
		return graph.NewClient(srv.URL+"/v1.0", graph.WithToken(graph.StaticToken(tokens[token])))
	}
}

func create(t *testing.T, client *graph.Client, name string) *graph.User {
	t.Helper()
	user, err := client.User().Create(t.Context(), graph.User{
		DisplayName:       name,
		UserPrincipalName: name + "@example.com",
		PasswordProfile:   &graph.PasswordProfile{Password: "secret"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return user
}

func TestUsers(t *testing.T) {
	t.Parallel()
	as := open(t)
	sync, reader := as("sync"), as("reader")

	var want []string
	for i := range 5 {
		want = append(want, create(t, sync, fmt.Sprint("user", i)).ID)
	}
	got, err := reader.User().Get(t.Context(), graph.AtUsers("USER3@example.com"))
	if err != nil || got.ID != want[3] || got.PasswordProfile != nil {
		t.Errorf("user 3: got %+v, error %v; want ID %s without a password", got, err, want[3])
	}
	create(t, sync, "ines")
	me, err := reader.User().Get(t.Context(), graph.AtMe())
	if err != nil || me.DisplayName != "ines" {
		t.Errorf("me: got %+v, error %v; want ines", me, err)
	}
	want = append(want, me.ID)
	var ids []string
	for user, err := range reader.User().List(graph.Top(2)).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, user.ID)
	}
	if !slices.Equal(ids, want) {
		t.Errorf("listed %q, want %q", ids, want)
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	as := open(t)
	create(t, as("sync"), "ines")

	for _, tt := range []struct {
		name, token string
		call        func(ctx context.Context, client *graph.Client) error
		status      int
		message     string // a part of it
	}{
		{"no permission to write", "reader", func(ctx context.Context, c *graph.Client) error {
			_, err := c.User().Create(ctx, graph.User{})
			return err
		}, http.StatusForbidden, "User.ReadWrite.All, or Directory.ReadWrite.All"},
		{"no permission to read", "mailer", func(ctx context.Context, c *graph.Client) error {
			_, err := c.User().Get(ctx, graph.AtMe())
			return err
		}, http.StatusForbidden, "User.Read, or"},
		{"personal account", "personal", func(ctx context.Context, c *graph.Client) error {
			_, err := c.User().Get(ctx, graph.AtMe())
			return err
		}, http.StatusForbidden, "Access denied to this personal account."},
		{"expired token", "late", func(ctx context.Context, c *graph.Client) error {
			_, err := c.User().Get(ctx, graph.AtMe())
			return err
		}, http.StatusUnauthorized, "Authentication is missing."},
		{"forged token", "forged", func(ctx context.Context, c *graph.Client) error {
			_, err := c.User().Get(ctx, graph.AtMe())
			return err
		}, http.StatusUnauthorized, "Authentication is missing."},
		{"a name twice", "sync", func(ctx context.Context, c *graph.Client) error {
			_, err := c.User().Create(ctx, graph.User{DisplayName: "Ines", UserPrincipalName: "ines@example.com"})
			return err
		}, http.StatusConflict, "A user with this userPrincipalName exists."},
		{"unknown user", "reader", func(ctx context.Context, c *graph.Client) error {
			_, err := c.User().Get(ctx, graph.AtUsers("kim@example.com"))
			return err
		}, http.StatusNotFound, "User not found."},
		{"unsupported query", "reader", func(ctx context.Context, c *graph.Client) error {
			for _, err := range c.User().List(graph.Filter("accountEnabled eq true")).All(ctx) {
				return err
			}
			return nil
		}, http.StatusNotImplemented, "$filter is not supported."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			err := tt.call(t.Context(), as(tt.token))
			var failed *graph.Error
			if !errors.As(err, &failed) || failed.StatusCode != tt.status || !strings.Contains(failed.Message, tt.message) {
				t.Errorf("error %v, want status %d and %q", err, tt.status, tt.message)
			}
		})
	}
}

// TestMissed checks that servertest fails a test whose code makes an undocumented
// call.
func TestMissed(t *testing.T) {
	t.Parallel()
	reported := &recorder{TB: t}
	srv := servertest.New(reported, newHandler(key))
	client := graph.NewClient(srv.URL, graph.WithoutRetry()) // without /v1.0
	if _, err := client.User().Get(t.Context(), graph.AtMe()); err == nil {
		t.Error("the undocumented call returned no error")
	}
	if len(reported.errors) != 1 || !strings.HasSuffix(reported.errors[0], "All routes start with /v1.0. Closest: GET /v1.0/me.") {
		t.Errorf("reported %q, want one error with the closest route", reported.errors)
	}
}

type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

// TestNotImplemented checks the response to a call that the store does not
// implement.
func TestNotImplemented(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(newHandler(key)) // servertest would fail the test
	t.Cleanup(srv.Close)
	client := graph.NewClient(srv.URL+"/v1.0", graph.WithToken(graph.StaticToken(tokens["sync"])))
	var failed *graph.Error
	err := client.User().Delete(t.Context(), graph.AtUsers("user-1"))
	if !errors.As(err, &failed) || failed.StatusCode != http.StatusNotImplemented || failed.Message != "UserDelete is not implemented." {
		t.Errorf("error %v, want status 501 from Unimplemented", err)
	}
}

// TestRun checks that run serves requests and stops when its context ends.
func TestRun(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- run(ctx, listener, key) }()

	resp, err := http.Get("http://" + listener.Addr().String() + "/v1.0/users")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusUnauthorized || resp.Header.Get("WWW-Authenticate") != "Bearer" {
		t.Errorf("without a token: %s, %v; want 401 with WWW-Authenticate: Bearer", resp.Status, resp.Header)
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}
