// Server serves a part of the documented API from memory: users can be made,
// read and listed. Whatever else is documented answers 501.
//
// Requests come with signed tokens: see authenticate. What a token may do is
// compared with the permissions that each page documents. The key that signs
// them stands in the environment:
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

// newHandler puts the parts together: who calls, whether they may, the store.
func newHandler(key []byte) http.Handler {
	return authenticate(key, server.New(&store{},
		server.WithPrefix("/v1.0"),
		server.WithAuthorizer(server.PermissionAuthorizer{})))
}
