package change_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/change"
)

const before = `package graph

var OpUserGet = OperationInfo{Name: "user-get", Routes: []RouteInfo{{"GET", "/users/{id}"}}, Success: 200, Source: "a.md"}
var OpUserDelete = OperationInfo{Name: "user-delete", Success: 204}

type UserService Client

func (s *UserService) Get(ctx context.Context, id string) (*User, error) { return nil, nil }
func (s *UserService) Delete(ctx context.Context, id string) error { return nil }
func (s *UserService) hidden() {}

type User struct {
	Entity
	ID   string ` + "`json:\"id\"`" + `
	Name *string // the name
	old  int
}

type Gone struct{ A, B int }

type Status string

const (
	StatusOn  Status = "on"
	StatusOff Status = "off"
)

type Handlers interface { Get(ctx context.Context) error }
`

const after = `package graph

var OpUserGet = OperationInfo{Name: "user-get", Routes: []RouteInfo{{"GET", "/users/{id}"}, {"GET", "/me"}}, Success: 200, Source: "b.md"}
var OpUserList = OperationInfo{Name: "user-list"}

type UserService Client

func (s *UserService) Get(ctx context.Context, route UserGetRoute) (*User, error) { return nil, nil }
func (s *UserService) List(ctx context.Context) Collection[User] { return nil }

type User struct {
	Entity
	ID   string
	Name []string
	Mail string
}

type New struct{ A, B int }

func (n *New) String() string { return "" }

type Mood string

const MoodGood Mood = "good"

type Status string

const (
	StatusOn  Status = "On"
	StatusOff Status = "off"
)

type Handlers interface { Get(c context.Context) error; List() error }
`

func TestCompare(t *testing.T) {
	want := []string{
		"! method UserService.Delete removed",
		"! operation user-delete removed",
		"! type Gone removed",
		"! field User.Name changed from *string to []string",
		"! method UserService.Get changed from func(context.Context, string) (*User, error) to func(context.Context, UserGetRoute) (*User, error)",
	}
	got := lines(t, before, after)
	for i, line := range want {
		found := false
		for _, g := range got {
			found = found || g == line
		}
		if !found {
			t.Errorf("%d: %q is missing in %q", i, line, got)
		}
	}
	rest := []string{
		"  const StatusOn changed from Status = \"on\" to Status = \"On\"",
		"  field User.Mail added",
		"  method Handlers.List added",
		"  method UserService.List added",
		"  operation user-get changed: routes",
		"  operation user-list added",
		"  type Mood added",
		"  type New added",
	}
	if d := cmp.Diff(rest, got[len(want):]); d != "" {
		t.Error(d)
	}
}

func TestCompareSame(t *testing.T) {
	if got := lines(t, before, before); got != nil {
		t.Errorf("%q", got)
	}
	const moved = "package graph\n\n// Doc.\nfunc F(a, b int) (c int) { return 0 }\n"
	const same = "package graph\n\nfunc F(x int, y int) int { return 1 }\n"
	if got := lines(t, moved, same); got != nil {
		t.Errorf("changed names of arguments and comments are reported: %q", got)
	}
}

func TestPackagesApart(t *testing.T) {
	old, now := change.API{}, change.API{}
	add(t, old, "v1", "package v1\ntype A struct{}\n")
	add(t, now, "beta", "package beta\ntype A struct{}\n")
	var got []string
	for _, c := range change.Compare(old, now) {
		got = append(got, c.String())
	}
	if d := cmp.Diff([]string{"v1: type A removed", "beta: type A added"}, got); d != "" {
		t.Error(d)
	}
}

func lines(t *testing.T, before, after string) []string {
	t.Helper()
	old, now := change.API{}, change.API{}
	add(t, old, "", before)
	add(t, now, "", after)
	var got []string
	for _, c := range change.Compare(old, now) {
		mark := ' '
		if c.Breaks() {
			mark = '!'
		}
		got = append(got, fmt.Sprintf("%c %s", mark, c))
	}
	return got
}

func add(t *testing.T, api change.API, folder, src string) {
	t.Helper()
	if err := api.Add(folder, []byte(src)); err != nil {
		t.Fatal(err)
	}
}

// TestPlaces checks the places that methods accept, which unexported methods decide.
func TestPlaces(t *testing.T) {
	const places = "package graph\n\nfunc AtMe() *atMe { return nil }\nfunc AtUsers(id string) *atUsers { return nil }\n" +
		"type atMe []string\ntype atUsers []string\n"
	const both = places + "func (*atMe) of12() int { return 0 }\nfunc (*atUsers) of12() int { return 1 }\ntype UserGetPlace interface { of12() int }\n"
	const one = places + "func (*atUsers) of3() int { return 0 }\ntype UserGetPlace interface { of3() int }\n"
	if d := cmp.Diff([]string{"! place UserGetPlace.AtMe removed"}, lines(t, both, one)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"  place UserGetPlace.AtMe added"}, lines(t, one, both)); d != "" {
		t.Error(d)
	}
}
