// Server serves a part of the documented API from memory. Users can be created,
// read and listed; the response to all other documented calls is 501.
//
// Requests need a signed token, see authenticate. Its permissions are compared with
// the documented permissions of each call. The key of the signatures is in the
// environment:
//
//	TOKEN_KEY=secret go run .
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/mdwire/mdwire/golden/v1/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	key := []byte(os.Getenv("TOKEN_KEY"))
	if len(key) == 0 {
		log.Fatal("TOKEN_KEY is not set")
	}
	listener, err := net.Listen("tcp", "localhost:8080")
	if err != nil {
		log.Fatal(err)
	}
	if err := run(ctx, listener, key); err != nil {
		log.Fatal(err)
	}
}

// run serves until ctx ends.
func run(ctx context.Context, listener net.Listener, key []byte) error {
	srv := &http.Server{Handler: newHandler(key), ReadHeaderTimeout: 10 * time.Second}
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

// newHandler returns the handler of the API: authentication, authorization and the
// store.
func newHandler(key []byte) http.Handler {
	return authenticate(key, server.New(&store{},
		server.WithPrefix("/v1.0"),
		server.WithAuthorizer(server.PermissionAuthorizer{})))
}
