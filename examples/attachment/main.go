// Attachment attaches a file to a message, then saves all files attached to it.
//
// A message's attachments are of several types: files, messages, events. Lists
// hold the type that they have in common, [graph.Attachment], which keeps
// all that the service sent; [graph.As] gives the value as its own type. The
// other way, AsAttachment gives a file as the attachment that calls take, and
// names its type to the service.
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
		ContentBytes: []byte("See you at nine.\n"), // base64 on the wire
	}
	added, err := client.Message().AddAttachment(ctx, graph.MessageAddAttachmentMe(messageID), note.AsAttachment())
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "added %s as %s\n", added.Name, added.ID)

	message, err := client.Message().Get(ctx, graph.MessageGetMe(messageID),
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
		// Any attachment can be had as a stream; a message comes as MIME.
		raw, err := client.Attachment().GetValue(ctx, graph.AttachmentGetValueMeMessage(messageID, a.ID))
		if err != nil {
			return err
		}
		defer raw.Close()
		n, err := io.Copy(io.Discard, raw)
		fmt.Fprintf(w, "item %s: %d bytes of %s\n", a.Name, n, raw.ContentType)
		return err
	}
	fmt.Fprintf(w, "%s is of a type that this program does not know: %s\n", a.Name, a.ODataType)
	return nil
}
