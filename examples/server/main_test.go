package main

import (
	"context"
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
)

// as gives a client that calls with a token. To test against this server takes
// no more than its address.
func as(srv *httptest.Server, token string) *graph.Client {
	return graph.NewClient(srv.URL+"/v1.0", graph.WithHTTPClient(srv.Client()),
		graph.WithToken(func(context.Context) (string, time.Time, error) { return token, time.Time{}, nil }))
}

func open(t *testing.T) *httptest.Server {
	t.Helper()
	srv := httptest.NewServer(newHandler())
	t.Cleanup(srv.Close)
	return srv
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
	srv := open(t)
	sync, reader := as(srv, "sync"), as(srv, "reader")

	var want []string
	for i := range 5 {
		want = append(want, create(t, sync, fmt.Sprint("user", i)).ID)
	}
	got, err := reader.User().Get(t.Context(), graph.UserGetUser("USER3@example.com"))
	if err != nil || got.ID != want[3] || got.PasswordProfile != nil {
		t.Errorf("user 3: %+v, error %v", got, err)
	}
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
	srv := open(t)
	create(t, as(srv, "sync"), "ines")

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
			_, err := c.User().Get(ctx, graph.UserGetMe())
			return err
		}, http.StatusForbidden, "User.Read, or"},
		{"unknown token", "stranger", func(ctx context.Context, c *graph.Client) error {
			_, err := c.User().Get(ctx, graph.UserGetUser("ines@example.com"))
			return err
		}, http.StatusUnauthorized, "Credentials are needed."},
		{"a name twice", "sync", func(ctx context.Context, c *graph.Client) error {
			_, err := c.User().Create(ctx, graph.User{DisplayName: "Ines", UserPrincipalName: "ines@example.com"})
			return err
		}, http.StatusConflict, "There is a user of this name."},
		{"unknown user", "reader", func(ctx context.Context, c *graph.Client) error {
			_, err := c.User().Get(ctx, graph.UserGetUser("kim@example.com"))
			return err
		}, http.StatusNotFound, "There is no such user."},
		{"unsupported query", "reader", func(ctx context.Context, c *graph.Client) error {
			for _, err := range c.User().List(graph.Filter("accountEnabled eq true")).All(ctx) {
				return err
			}
			return nil
		}, http.StatusNotImplemented, "$filter is not supported."},
		{"not implemented", "sync", func(ctx context.Context, c *graph.Client) error {
			return c.User().Delete(ctx, "user-1")
		}, http.StatusNotImplemented, "user-delete is not implemented."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			err := tt.call(t.Context(), as(srv, tt.token))
			var failed *graph.Error
			if !errors.As(err, &failed) || failed.StatusCode != tt.status || !strings.Contains(failed.Message, tt.message) {
				t.Errorf("error %v, want status %d and %q", err, tt.status, tt.message)
			}
		})
	}
}

// TestRun serves on a port of its own, and ends with its context.
func TestRun(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- run(ctx, listener) }()

	resp, err := http.Get("http://" + listener.Addr().String() + "/v1.0/users")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusUnauthorized || resp.Header.Get("WWW-Authenticate") != "Bearer" {
		t.Errorf("without a token: %s, %v", resp.Status, resp.Header)
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}
