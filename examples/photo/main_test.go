package main

import (
	"bytes"
	"context"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	graph "github.com/mdwire/mdwire/golden/v1"
	"github.com/mdwire/mdwire/golden/v1/server"
)

// album has one photo. Its first upload fails with 503, like that of a busy
// service.
type album struct {
	server.Unimplemented
	uploads     int
	contentType string
	picture     []byte
}

func (a *album) ProfilePhotoUpdate(_ context.Context, in *server.ProfilePhotoUpdateInput) error {
	if a.uploads++; a.uploads == 1 {
		in.Request.Header().Set("Retry-After", "0")
		return &graph.Error{StatusCode: 503, Code: "serviceNotAvailable"}
	}
	var err error
	a.contentType = in.Body.Type
	a.picture, err = io.ReadAll(in.Body.Reader)
	return err
}

func (a *album) ProfilePhotoGet(context.Context, *server.ProfilePhotoGetInput) (*graph.Stream, error) {
	return &graph.Stream{
		ReadCloser:    io.NopCloser(bytes.NewReader(a.picture)),
		ContentType:   a.contentType,
		ContentLength: int64(len(a.picture)),
	}, nil
}

func TestRun(t *testing.T) {
	t.Parallel()
	a := &album{}
	srv := httptest.NewServer(server.New(a))
	defer srv.Close()

	picture := append([]byte("\xff\xd8\xff\xe0"), bytes.Repeat([]byte{0x5a}, 100_000)...)
	from, to := filepath.Join(t.TempDir(), "from.jpg"), filepath.Join(t.TempDir(), "to.jpg")
	if err := os.WriteFile(from, picture, 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := run(t.Context(), graph.NewClient(srv.URL), from, to, &out); err != nil {
		t.Fatal(err)
	}
	if want := "100004 bytes of image/jpeg\n"; out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
	if got, err := os.ReadFile(to); err != nil || !bytes.Equal(got, picture) {
		t.Errorf("the downloaded file has %d bytes and is not the uploaded one, error %v", len(got), err)
	}
	if a.uploads != 2 {
		t.Errorf("uploaded %d times, want 2", a.uploads)
	}
}
