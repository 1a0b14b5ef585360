// Move moves a message of the signed-in user or of another user to another
// folder.
//
// It shows a call that is documented for several places, and how to handle errors.
// [graph.AtMeMessages] and [graph.AtUsersMessages] return two of the places that Move
// accepts; a variable for either has the type [graph.MessageMovePlace].
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
		log.Fatal(`usage: move USER MESSAGE-ID FOLDER (USER "me" is the signed-in user)`)
	}
	client := graph.NewClient("https://graph.microsoft.com/v1.0", graph.WithToken(graph.StaticToken(os.Getenv("GRAPH_TOKEN"))))
	if err := run(context.Background(), client, os.Args[1], os.Args[2], os.Args[3], os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, client *graph.Client, user, messageID, folder string, w io.Writer) error {
	var at graph.MessageMovePlace = graph.AtUsersMessages(user, messageID)
	if user == "me" {
		at = graph.AtMeMessages(messageID)
	}
	moved, err := client.Message().Move(ctx, at, graph.MessageMoveBody{DestinationID: folder})
	if err != nil {
		return explain(err)
	}
	// A moved message has a new ID.
	fmt.Fprintf(w, "%q is now %s\n", moved.Subject, moved.ID)
	return nil
}

// explain adds advice to an error. If the service responded with an error, it is a
// [*graph.Error]; other errors mean that the call could not be sent or that there
// is no valid response.
func explain(err error) error {
	var failed *graph.Error
	if !errors.As(err, &failed) {
		return err
	}
	switch failed.StatusCode {
	case http.StatusForbidden:
		// The documented permissions, least privileged first.
		needed := failed.Operation.Permissions
		return fmt.Errorf("ask your administrator for %s (for a program without a user: %s): %w",
			needed.DelegatedWork, needed.Application, err)
	case http.StatusNotFound:
		return fmt.Errorf("message not found; a move changes the ID, so it may have been moved already: %w", err)
	}
	return err
}
