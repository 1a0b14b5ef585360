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

// store implements three calls; Unimplemented has the others, also those that
// are documented one day.
type store struct {
	server.Unimplemented

	mu    sync.Mutex
	users []*graph.User // never changed once they are here
}

// UserCreate serves POST /users.
func (s *store) UserCreate(_ context.Context, in *server.UserCreateInput) (*graph.User, error) {
	user := in.Body
	if user.UserPrincipalName == "" || user.DisplayName == "" {
		return nil, fail(http.StatusBadRequest, "Request_BadRequest", "A user needs userPrincipalName and displayName.")
	}
	user.PasswordProfile = nil // never returned

	s.mu.Lock()
	defer s.mu.Unlock()
	if s.find(user.UserPrincipalName) != nil {
		return nil, fail(http.StatusConflict, "Request_BadRequest", "There is a user of this name.")
	}
	user.ID = "user-" + strconv.Itoa(len(s.users)+1)
	s.users = append(s.users, &user)
	return &user, nil // answered with 201, as documented
}

// UserGet serves GET /users/{id | userPrincipalName}, and GET /me: whoever calls.
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
	return nil, fail(http.StatusNotFound, "Request_ResourceNotFound", "There is no such user.")
}

// UserList serves GET /users, page by page. Of the query options it knows $top;
// to ignore the others would be to answer something else than what was asked.
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

// find is called with mu held.
func (s *store) find(nameOrID string) *graph.User {
	i := slices.IndexFunc(s.users, func(u *graph.User) bool {
		return u.ID == nameOrID || strings.EqualFold(u.UserPrincipalName, nameOrID)
	})
	if i < 0 {
		return nil
	}
	return s.users[i]
}

// fail gives the error that the caller is answered with. Any other error would
// be logged, and answered with 500 and without its text.
func fail(status int, code, message string) error {
	return &graph.Error{StatusCode: status, Code: code, Message: message}
}

// start reads the token that a next link was given.
func start(token string) (int, error) {
	if token == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(token, 10, 16)
	if err != nil {
		return 0, fail(http.StatusBadRequest, "Request_BadRequest", "$skiptoken is none that this service gave.")
	}
	return int(n), nil
}
