// Photo uploads the photo of the signed-in user and downloads it again.
//
// It shows how to transfer content that is not JSON. An upload is a
// [graph.Content], a reader with a media type. A download is a [graph.Stream],
// which the caller must close.
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
	if len(os.Args) != 3 {
		log.Fatal("usage: photo UPLOAD.jpg DOWNLOAD.jpg")
	}
	client := graph.NewClient("https://graph.microsoft.com/v1.0", graph.WithToken(graph.StaticToken(os.Getenv("GRAPH_TOKEN"))))
	if err := run(context.Background(), client, os.Args[1], os.Args[2], os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, client *graph.Client, from, to string, w io.Writer) error {
	if err := upload(ctx, client, from); err != nil {
		return err
	}
	return download(ctx, client, to, w)
}

// upload sends a file without reading all of it into memory. Because a file can be
// read again, the client can retry the call if the service is busy.
func upload(ctx context.Context, client *graph.Client, name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	return client.ProfilePhoto().Update(ctx, graph.AtMe(), graph.Content{
		Type:   "image/jpeg",
		Reader: file,
	})
}

func download(ctx context.Context, client *graph.Client, name string, w io.Writer) error {
	photo, err := client.ProfilePhoto().Get(ctx, graph.AtMe())
	if err != nil {
		return err
	}
	defer photo.Close()
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	n, err := io.Copy(file, photo)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%d bytes of %s\n", n, photo.ContentType)
	return file.Close()
}
