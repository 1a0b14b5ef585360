// Attachment attaches a file to a message, then reads all attachments of the
// message.
//
// It shows how to use types with a common base type. The attachments of a message
// can be files, messages or events. Lists contain the base type
// [graph.Attachment], which keeps all properties that the service sent. [graph.As]
// converts it to a derived type. In the other direction, AsAttachment converts a
// file to the base type that calls accept, and sets its @odata.type.
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
	if len(os.Args) != 2 {
		log.Fatal("usage: attachment MESSAGE-ID")
	}
	client := graph.NewClient("https://graph.microsoft.com/v1.0", graph.WithToken(graph.StaticToken(os.Getenv("GRAPH_TOKEN"))))
	if err := run(context.Background(), client, os.Args[1], os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, client *graph.Client, messageID string, w io.Writer) error {
	note := graph.FileAttachment{
		Attachment:   graph.Attachment{Name: "note.txt", ContentType: "text/plain"},
		ContentBytes: []byte("See you at nine.\n"), // sent as base64
	}
	added, err := client.Message().AddAttachment(ctx, graph.AtMeMessages(messageID), note.AsAttachment())
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "added %s as %s\n", added.Name, added.ID)

	message, err := client.Message().Get(ctx, graph.AtMeMessages(messageID),
		graph.Select("subject"), graph.Expand("attachments"))
	if err != nil {
		return err
	}
	attachments, err := graph.Expanded(message.Attachments)
	if err != nil {
		return err
	}
	for _, a := range attachments {
		if err := show(ctx, client, messageID, a, w); err != nil {
			return err
		}
	}
	return nil
}

func show(ctx context.Context, client *graph.Client, messageID string, a graph.Attachment, w io.Writer) error {
	switch a.ODataType {
	case "#microsoft.graph.fileAttachment":
		file, err := graph.As[graph.FileAttachment](a)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "file %s: %d bytes\n", file.Name, len(file.ContentBytes))
		return nil
	case "#microsoft.graph.itemAttachment":
		// Any attachment can be downloaded as a stream, a message in MIME format.
		raw, err := client.Attachment().GetValue(ctx, graph.AtMeMessagesAttachments(messageID, a.ID))
		if err != nil {
			return err
		}
		defer raw.Close()
		n, err := io.Copy(io.Discard, raw)
		fmt.Fprintf(w, "item %s: %d bytes of %s\n", a.Name, n, raw.ContentType)
		return err
	}
	fmt.Fprintf(w, "%s has a type that this program does not know: %s\n", a.Name, a.ODataType)
	return nil
}
