// Server serves a part of the documented API from memory: users can be made,
// read and listed. Whatever else is documented answers 501.
//
// Requests come with the tokens of a table; a real service verifies signed ones.
// What a token may do is compared with the permissions that each page documents.
//
// Try it:
//
//	go run . &
//	curl -H 'Authorization: Bearer reader' http://localhost:8080/v1.0/users
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/mdwire/mdwire/golden/v1/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	listener, err := net.Listen("tcp", "localhost:8080")
	if err != nil {
		log.Fatal(err)
	}
	if err := run(ctx, listener); err != nil {
		log.Fatal(err)
	}
}

// run serves until ctx ends.
func run(ctx context.Context, listener net.Listener) error {
	srv := &http.Server{Handler: newHandler(), ReadHeaderTimeout: 10 * time.Second}
	done := make(chan error, 1)
	go func() {
		<-ctx.Done()
		done <- srv.Shutdown(context.WithoutCancel(ctx))
	}()
	if err := srv.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-done
}

// newHandler puts the parts together: who calls, whether they may, the store.
func newHandler() http.Handler {
	return authenticate(server.New(&store{},
		server.WithPrefix("/v1.0"),
		server.WithAuthorizer(server.PermissionAuthorizer{})))
}

// tokens are the known ones, with what they stand for.
var tokens = map[string]server.Claims{
	"reader": {Scopes: []string{"User.Read.All"}},          // a signed-in user
	"sync":   {Roles: []string{"User.ReadWrite.All"}},      // a program of its own
	"mailer": {Scopes: []string{"Mail.Read", "Mail.Send"}}, // may do nothing with users
}

// authenticate tells the authorizer what the caller's token says. Without a
// known token there are no claims, and the authorizer answers 401.
func authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if claims, ok := tokens[token]; ok {
			r = r.WithContext(server.WithClaims(r.Context(), claims))
		}
		next.ServeHTTP(w, r)
	})
}
