package main

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	graph "github.com/mdwire/mdwire/golden/v1"
	"github.com/mdwire/mdwire/golden/v1/server"
)

// store implements three calls. Unimplemented implements the others, including
// those that will be documented later.
type store struct {
	server.Unimplemented

	mu    sync.Mutex
	users []*graph.User // the users are never modified
}

// UserCreate serves POST /users.
func (s *store) UserCreate(_ context.Context, in *server.UserCreateInput) (*graph.User, error) {
	user := in.Body
	if user.UserPrincipalName == "" || user.DisplayName == "" {
		return nil, fail(http.StatusBadRequest, "Request_BadRequest", "userPrincipalName and displayName are required.")
	}
	user.PasswordProfile = nil // never returned

	s.mu.Lock()
	defer s.mu.Unlock()
	if s.find(user.UserPrincipalName) != nil {
		return nil, fail(http.StatusConflict, "Request_BadRequest", "A user with this userPrincipalName exists.")
	}
	user.ID = "user-" + strconv.Itoa(len(s.users)+1)
	s.users = append(s.users, &user)
	return &user, nil // sent with the documented status, 201
}

// UserGet serves GET /users/{id | userPrincipalName} and GET /me.
func (s *store) UserGet(ctx context.Context, in *server.UserGetInput) (*graph.User, error) {
	id := in.UserID
	if id == "" {
		claims, _ := server.ClaimsFrom(ctx)
		id = claims.Subject
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if user := s.find(id); user != nil {
		return user, nil
	}
	return nil, fail(http.StatusNotFound, "Request_ResourceNotFound", "User not found.")
}

// UserList serves GET /users in pages. $top is the only query option that it
// supports. It rejects others because ignoring them would return wrong results.
func (s *store) UserList(_ context.Context, in *server.UserListInput) (*graph.Page[*graph.User], error) {
	for name := range in.Request.Query() {
		if name != "$top" && name != "$skiptoken" {
			return nil, fail(http.StatusNotImplemented, "Request_UnsupportedQuery", name+" is not supported.")
		}
	}
	top, err := in.Request.Top(100)
	if err != nil {
		return nil, err
	}
	from, err := start(in.Request.Query().Get("$skiptoken"))
	if err != nil {
		return nil, err
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	from = min(from, len(s.users))
	to := min(from+max(top, 1), len(s.users))
	page := &graph.Page[*graph.User]{Value: slices.Clone(s.users[from:to])}
	if to < len(s.users) {
		page.NextLink = in.Request.NextLink(strconv.Itoa(to))
	}
	return page, nil
}

// find returns the user with the name or ID, or nil. The caller must hold mu.
func (s *store) find(nameOrID string) *graph.User {
	i := slices.IndexFunc(s.users, func(u *graph.User) bool {
		return u.ID == nameOrID || strings.EqualFold(u.UserPrincipalName, nameOrID)
	})
	if i < 0 {
		return nil
	}
	return s.users[i]
}

// fail returns an error that is sent to the client. Other errors are logged, and
// the client receives only status 500.
func fail(status int, code, message string) error {
	return &graph.Error{StatusCode: status, Code: code, Message: message}
}

// start parses the skip token of a next link.
func start(token string) (int, error) {
	if token == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(token, 10, 16)
	if err != nil {
		return 0, fail(http.StatusBadRequest, "Request_BadRequest", "Invalid $skiptoken.")
	}
	return int(n), nil
}
