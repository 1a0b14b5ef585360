package main

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	graph "github.com/mdwire/mdwire/golden/v1"
	"github.com/mdwire/mdwire/golden/v1/server"
)

// mail has one message in each of two mailboxes.
type mail struct{ server.Unimplemented }

func (mail) MessageMove(_ context.Context, in *server.MessageMoveInput) (*graph.Message, error) {
	moved := &graph.Message{}
	switch [2]string{in.UserID, in.MessageID} {
	case [2]string{"", "mine"}: // of /me
		moved.ID, moved.Subject = "mine-in-"+in.Body.DestinationID, "Lunch"
	case [2]string{"ines@example.com", "hers"}:
		moved.ID, moved.Subject = "hers-in-"+in.Body.DestinationID, "Dinner"
	default:
		return nil, &graph.Error{StatusCode: 404, Code: "ErrorItemNotFound", Message: "Message not found."}
	}
	return moved, nil
}

// signIn adds claims to requests. In this test, a token is the name of a
// permission.
func signIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if scope, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
			r = r.WithContext(server.WithClaims(r.Context(), server.Claims{Scopes: []string{scope}}))
		}
		next.ServeHTTP(w, r)
	})
}

func TestRun(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(signIn(server.New(mail{}, server.WithAuthorizer(server.PermissionAuthorizer{}))))
	t.Cleanup(srv.Close)

	for _, tt := range []struct {
		name, scope, user, message string
		want                       string
		status                     int // of the error that contains want; 0 for no error, -1 for an error without status
	}{
		{"own mailbox", "Mail.ReadWrite", "me", "mine", "\"Lunch\" is now mine-in-archive\n", 0},
		{"other mailbox", "Mail.ReadWrite", "ines@example.com", "hers", "\"Dinner\" is now hers-in-archive\n", 0},
		{"unknown", "Mail.ReadWrite", "me", "hers", "may have been moved already", http.StatusNotFound},
		{"not permitted", "Mail.Read", "me", "mine", "ask your administrator for Mail.ReadWrite ", http.StatusForbidden},
		{"not signed in", "", "me", "mine", "Authentication is missing.", http.StatusUnauthorized},
		{"no user", "Mail.ReadWrite", "", "mine", "path argument {id | userPrincipalName} is empty", -1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var opts []graph.Option
			if tt.scope != "" {
				opts = append(opts, graph.WithToken(graph.StaticToken(tt.scope)))
			}
			var out strings.Builder
			err := run(t.Context(), graph.NewClient(srv.URL, opts...), tt.user, tt.message, "archive", &out)
			if tt.status == 0 {
				if err != nil || out.String() != tt.want {
					t.Errorf("printed %q, error %v; want %q", out.String(), err, tt.want)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("error %v, want one that contains %q", err, tt.want)
			}
			var failed *graph.Error
			if errors.As(err, &failed) != (tt.status > 0) || failed != nil && failed.StatusCode != tt.status {
				t.Errorf("error %v, want status %d", err, tt.status)
			}
		})
	}
}
