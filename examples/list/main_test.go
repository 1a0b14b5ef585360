package main

import (
	"context"
	"fmt"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	graph "github.com/mdwire/mdwire/golden/v1"
	"github.com/mdwire/mdwire/golden/v1/server"
)

// mailbox serves two lists, in pages.
type mailbox struct {
	server.Unimplemented
	messages []*graph.Message
	users    []*graph.User

	mu      sync.Mutex
	queries []url.Values
}

func (b *mailbox) UserListMessages(_ context.Context, in *server.UserListMessagesInput) (*graph.Page[*graph.Message], error) {
	return page(b, in.Request, b.messages)
}

func (b *mailbox) UserList(_ context.Context, in *server.UserListInput) (*graph.Page[*graph.User], error) {
	return page(b, in.Request, b.users)
}

// page returns a page of $top values, starting at $skiptoken.
func page[T any](b *mailbox, r *server.Request, all []T) (*graph.Page[T], error) {
	query := r.Query()
	b.mu.Lock()
	b.queries = append(b.queries, query)
	b.mu.Unlock()

	top, err := strconv.Atoi(query.Get("$top"))
	if err != nil {
		return nil, &graph.Error{StatusCode: 400, Code: "invalidRequest", Message: "$top is not a number."}
	}
	from, _ := strconv.Atoi(query.Get("$skiptoken"))
	to := min(from+top, len(all))
	p := &graph.Page[T]{Value: all[from:to]}
	if query.Get("$count") == "true" && from == 0 {
		p.Count = new(int64(len(all)))
	}
	if to < len(all) {
		query = url.Values{"$top": {strconv.Itoa(top)}, "$skiptoken": {strconv.Itoa(to)}}
		p.NextLink = "http://" + r.HTTP.Host + r.HTTP.URL.Path + "?" + query.Encode()
	}
	return p, nil
}

func TestRun(t *testing.T) {
	t.Parallel()
	b := &mailbox{messages: []*graph.Message{{Subject: "Draft"}}}
	for i := range 9 {
		b.messages = append(b.messages, &graph.Message{
			Subject: fmt.Sprint("Report ", i),
			From:    &graph.Recipient{EmailAddress: &graph.EmailAddress{Address: "ines@example.com"}},
		})
	}
	for i := range 5 {
		b.users = append(b.users, &graph.User{DisplayName: fmt.Sprint("User ", i)})
	}
	srv := httptest.NewServer(server.New(b, server.WithPrefix("/v1.0")))
	defer srv.Close()

	var out strings.Builder
	if err := run(t.Context(), graph.NewClient(srv.URL+"/v1.0"), &out); err != nil {
		t.Fatal(err)
	}

	const want = `nobody: Draft
ines@example.com: Report 0
ines@example.com: Report 1
the service counts 5 users
5 users on 3 pages
`
	if out.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", out.String(), want)
	}
	// Two pages of messages for three of the ten, three pages of users.
	var skips []string
	for _, q := range b.queries {
		skips = append(skips, q.Get("$skiptoken"))
	}
	if want := []string{"", "2", "", "2", "4"}; !slices.Equal(skips, want) {
		t.Errorf("skip tokens of the requests: %q, want %q", skips, want)
	}
	if q := b.queries[0]; q.Get("$filter") != "isRead eq false" || q.Get("$select") != "subject,from" || q.Get("$orderby") != "receivedDateTime desc" {
		t.Errorf("unexpected first query: %v", q)
	}
}

func TestErrorEndsTheList(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(server.New(server.Unimplemented{}))
	defer srv.Close()

	err := run(t.Context(), graph.NewClient(srv.URL), &strings.Builder{})
	if err == nil || !strings.Contains(err.Error(), "user-list-messages: 501") {
		t.Errorf("error %v, want status 501", err)
	}
}
