package main

import (
	"context"
	"net/http"
	"net/url"
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

// UserGet serves GET /users/{id | userPrincipalName}, and refuses GET /me.
func (s *store) UserGet(_ context.Context, in *server.UserGetInput) (*graph.User, error) {
	if in.UserID == "" {
		return nil, fail(http.StatusBadRequest, "BadRequest", "/me needs a signed-in user.")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if user := s.find(in.UserID); user != nil {
		return user, nil
	}
	return nil, fail(http.StatusNotFound, "Request_ResourceNotFound", "There is no such user.")
}

// UserList serves GET /users, page by page. Of the query options it knows $top;
// to ignore the others would be to answer something else than what was asked.
func (s *store) UserList(_ context.Context, in *server.UserListInput) (*graph.Page[*graph.User], error) {
	query := in.Request.Query()
	for name := range query {
		if name != "$top" && name != "$skiptoken" {
			return nil, fail(http.StatusNotImplemented, "Request_UnsupportedQuery", name+" is not supported.")
		}
	}
	top, err := number(query, "$top", 100)
	if err != nil {
		return nil, err
	}
	from, err := number(query, "$skiptoken", 0)
	if err != nil {
		return nil, err
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	from = min(from, len(s.users))
	to := min(from+max(top, 1), len(s.users))
	page := &graph.Page[*graph.User]{Value: slices.Clone(s.users[from:to])}
	if to < len(s.users) {
		page.NextLink = nextLink(in.Request.HTTP, url.Values{
			"$top":       {strconv.Itoa(top)},
			"$skiptoken": {strconv.Itoa(to)},
		})
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

func number(query url.Values, name string, otherwise int) (int, error) {
	if !query.Has(name) {
		return otherwise, nil
	}
	n, err := strconv.ParseUint(query.Get(name), 10, 16)
	if err != nil {
		return 0, fail(http.StatusBadRequest, "Request_BadRequest", name+" is not a number from 0 to 65535.")
	}
	return int(n), nil
}

// nextLink gives the address that the request came to, with another query.
func nextLink(r *http.Request, query url.Values) string {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	link := url.URL{Scheme: scheme, Host: r.Host, Path: r.URL.Path, RawPath: r.URL.RawPath, RawQuery: query.Encode()}
	return link.String()
}
