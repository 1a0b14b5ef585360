package main

import (
	"context"
	"fmt"
	"io"
	"net/http/httptest"
	"strings"
	"testing"

	graph "github.com/mdwire/mdwire/golden/v1"
	"github.com/mdwire/mdwire/golden/v1/server"
)

const messageID = "AAMkADk2YjQx-0aBcAAA="

// message holds the attachments of one message.
type message struct {
	server.Unimplemented
	attachments []graph.Attachment
}

func (m *message) MessageAddAttachment(_ context.Context, in *server.MessageAddAttachmentInput) (*graph.Attachment, error) {
	file, err := graph.As[graph.FileAttachment](in.Body)
	if err != nil {
		return nil, &graph.Error{StatusCode: 400, Code: "ErrorInvalidRequest", Message: err.Error()}
	}
	if string(file.ContentBytes) != "See you at nine.\n" {
		return nil, &graph.Error{StatusCode: 400, Code: "ErrorInvalidRequest", Message: "Unexpected content."}
	}
	file.ID = fmt.Sprint("attachment-", len(m.attachments))
	a := file.AsAttachment()
	m.attachments = append(m.attachments, a)
	return &a, nil
}

func (m *message) MessageGet(_ context.Context, in *server.MessageGetInput) (*graph.Message, error) {
	if in.UserID != "" || in.MessageID != messageID {
		return nil, &graph.Error{StatusCode: 404, Code: "ErrorItemNotFound", Message: "Message not found."}
	}
	got := &graph.Message{Subject: "Tomorrow"}
	if in.Request.Query().Get("$expand") == "attachments" {
		got.Attachments = graph.Relate(m.attachments)
	}
	return got, nil
}

func (m *message) AttachmentGetValue(_ context.Context, in *server.AttachmentGetValueInput) (*graph.Stream, error) {
	return &graph.Stream{ReadCloser: io.NopCloser(strings.NewReader("Subject: Plan\r\n\r\n")), ContentType: "message/rfc822"}, nil
}

func TestRun(t *testing.T) {
	t.Parallel()
	item := graph.ItemAttachment{Attachment: graph.Attachment{Entity: graph.Entity{ID: "attachment-0"}, Name: "Plan"}}
	m := &message{attachments: []graph.Attachment{
		item.AsAttachment(),
		{ODataType: "#microsoft.graph.referenceAttachment", Name: "Folder"},
	}}
	srv := httptest.NewServer(server.New(m))
	defer srv.Close()

	var out strings.Builder
	if err := run(t.Context(), graph.NewClient(srv.URL), messageID, &out); err != nil {
		t.Fatal(err)
	}
	const want = `added note.txt as attachment-2
item Plan: 17 bytes of message/rfc822
Folder has a type that this program does not know: #microsoft.graph.referenceAttachment
file note.txt: 17 bytes
`
	if out.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", out.String(), want)
	}
}
