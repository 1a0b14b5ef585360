// Move puts a message into another folder, of the signed-in user's mailbox or
// of somebody else's, and says what to do when the service refuses.
//
// Where a page documents several routes for a call, each has a function that
// makes it and takes what it needs: [graph.MessageMoveMe] and
// [graph.MessageMoveUser] are two of [graph.MessageMoveRoute].
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"

	graph "github.com/mdwire/mdwire/golden/v1"
)

func main() {
	if len(os.Args) != 4 {
		log.Fatal(`usage: move USER MESSAGE-ID FOLDER (USER "me" is who signed in)`)
	}
	client := graph.NewClient("https://graph.microsoft.com/v1.0", graph.WithToken(graph.StaticToken(os.Getenv("GRAPH_TOKEN"))))
	if err := run(context.Background(), client, os.Args[1], os.Args[2], os.Args[3], os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, client *graph.Client, user, messageID, folder string, w io.Writer) error {
	route := graph.MessageMoveUser(user, messageID)
	if user == "me" {
		route = graph.MessageMoveMe(messageID)
	}
	moved, err := client.Message().Move(ctx, route, graph.MessageMoveBody{DestinationID: folder})
	if err != nil {
		return explain(err)
	}
	// What was moved is a new message, with an id of its own.
	fmt.Fprintf(w, "%q is now %s\n", moved.Subject, moved.ID)
	return nil
}

// explain shows what an error holds. A call that was answered gives a
// [*graph.Error]; any other error means that no answer came.
func explain(err error) error {
	var failed *graph.Error
	if !errors.As(err, &failed) {
		return err
	}
	switch failed.StatusCode {
	case http.StatusForbidden:
		// The permissions that the page documents, least privileged first.
		needed := failed.Operation.Permissions
		return fmt.Errorf("ask your administrator for %s (for a program without a user: %s): %w",
			needed.DelegatedWork, needed.Application, err)
	case http.StatusNotFound:
		return fmt.Errorf("moved already? A move changes the id: %w", err)
	}
	return err
}
