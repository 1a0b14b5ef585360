// List prints the newest unread messages of the signed-in user and the number of
// users in the tenant.
//
// It shows how to read lists. A GET that answers a list returns a [graph.Collection]
// and sends nothing yet. A loop over All iterates over the values of all pages, a
// loop over Pages over the pages. Each page is requested when the loop reaches it.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"

	graph "github.com/mdwire/mdwire/golden/v1"
)

func main() {
	// The token is not renewed; see [graph.FromCredential] for programs that
	// run longer.
	client := graph.NewClient("https://graph.microsoft.com/v1.0", graph.WithToken(graph.StaticToken(os.Getenv("GRAPH_TOKEN"))))
	if err := run(context.Background(), client, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, client *graph.Client, w io.Writer) error {
	if err := newestUnread(ctx, client, w, 3); err != nil {
		return err
	}
	return countUsers(ctx, client, w)
}

// newestUnread prints at most most messages. After the break no further page is
// requested.
func newestUnread(ctx context.Context, client *graph.Client, w io.Writer, most int) error {
	messages := client.User().ListMessages(graph.AtMe(),
		graph.Filter("isRead eq false"),
		graph.OrderBy("receivedDateTime desc"),
		graph.Select("subject", "from"),
		graph.Top(2)) // the page size, not the size of the list

	shown := 0
	for m, err := range messages.All(ctx) {
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s: %s\n", sender(m), m.Subject)
		if shown++; shown == most {
			break
		}
	}
	return nil
}

// sender returns the address of the sender. A draft has none.
func sender(m *graph.Message) string {
	if m.From == nil || m.From.EmailAddress == nil {
		return "nobody"
	}
	return m.From.EmailAddress.Address
}

// countUsers iterates over pages, which have the total number of values.
func countUsers(ctx context.Context, client *graph.Client, w io.Writer) error {
	users := client.User().List(
		graph.Filter("accountEnabled eq true"),
		graph.Select("id", "displayName"),
		graph.Top(2),
		graph.Count(), graph.Header("ConsistencyLevel", "eventual"))

	pages, seen := 0, 0
	for page, err := range users.Pages(ctx) {
		if err != nil {
			return err
		}
		pages++
		seen += len(page.Value)
		if page.Count != nil { // on the first page
			fmt.Fprintf(w, "the service counts %d users\n", *page.Count)
		}
	}
	fmt.Fprintf(w, "%d users on %d pages\n", seen, pages)
	return nil
}
