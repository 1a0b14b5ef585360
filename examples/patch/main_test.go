package main

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"

	graph "github.com/mdwire/mdwire/golden/v1"
	"github.com/mdwire/mdwire/golden/v1/server"
)

// directory holds one user.
type directory struct {
	server.Unimplemented
	user    graph.User
	created string // the received bodies as JSON
	changed string
}

func (d *directory) UserCreate(_ context.Context, in *server.UserCreateInput) (*graph.User, error) {
	d.created = encode(in.Body)
	d.user = in.Body
	d.user.ID = "87d349ed"
	return &d.user, nil
}

func (d *directory) UserUpdate(_ context.Context, in *server.UserUpdateInput) error {
	if in.UserID != d.user.ID {
		return &graph.Error{StatusCode: 404, Code: "Request_ResourceNotFound", Message: "User not found."}
	}
	d.changed = encode(in.Body)
	if enabled := in.Body.AccountEnabled; enabled.IsSet {
		d.user.AccountEnabled = &enabled.Value
	}
	apply(&d.user.JobTitle, in.Body.JobTitle)
	apply(&d.user.Department, in.Body.Department)
	apply(&d.user.MobilePhone, in.Body.MobilePhone)
	return nil
}

func (d *directory) UserGet(context.Context, *server.UserGetInput) (*graph.User, error) {
	return &d.user, nil
}

func apply[T any](field *T, change graph.Opt[T]) {
	if change.IsSet || change.IsNull {
		*field = change.Value
	}
}

func encode(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

func TestRun(t *testing.T) {
	t.Parallel()
	d := &directory{}
	srv := httptest.NewServer(server.New(d))
	defer srv.Close()

	var out strings.Builder
	if err := run(t.Context(), graph.NewClient(srv.URL), &out); err != nil {
		t.Fatal(err)
	}
	if want := "enabled false, Chief engineer, Bridges, phone \"\"\n"; out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
	if want := `{"accountEnabled":false,"jobTitle":"Chief engineer","mobilePhone":null}`; d.changed != want {
		t.Errorf("changed %s, want %s", d.changed, want)
	}
	if !strings.Contains(d.created, `"accountEnabled":true`) || strings.Contains(d.created, "officeLocation") {
		t.Errorf("created %s, want accountEnabled and not officeLocation", d.created)
	}
}
