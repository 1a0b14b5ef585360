// List reads lists: it shows the newest unread mail of the signed-in user, and
// counts the users of the tenant.
//
// A list is a [graph.Collection]. To make one sends nothing. A loop over All
// gives the values of all pages, a loop over Pages the pages; each fetches the
// next page when it gets there, and none once the loop ends.
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
	client := graph.NewClient("https://graph.microsoft.com/v1.0", graph.WithToken(graph.StaticToken(os.Getenv("GRAPH_TOKEN"))))
	if err := run(context.Background(), client, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// token takes a token that was made elsewhere. See [graph.FromCredential] for
// tokens that are renewed.
func run(ctx context.Context, client *graph.Client, w io.Writer) error {
	if err := newestUnread(ctx, client, w, 3); err != nil {
		return err
	}
	return countUsers(ctx, client, w)
}

// newestUnread shows how to stop early: where the loop breaks off, no further
// page is fetched.
func newestUnread(ctx context.Context, client *graph.Client, w io.Writer, most int) error {
	messages := client.User().ListMessages(graph.UserListMessagesMe(),
		graph.Filter("isRead eq false"),
		graph.OrderBy("receivedDateTime desc"),
		graph.Select("subject", "from"),
		graph.Top(2)) // a page; it limits the response, not the list

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

// sender tolerates what a message may lack: a draft comes from nobody.
func sender(m *graph.Message) string {
	if m.From == nil || m.From.EmailAddress == nil {
		return "nobody"
	}
	return m.From.EmailAddress.Address
}

// countUsers shows what only pages tell: the total, and where the next is.
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
