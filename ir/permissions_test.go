package ir

import (
	"slices"
	"strconv"
	"testing"
	"time"
)

func operationWith(permissions []Permission, routes ...string) *Operation {
	op := &Operation{Permissions: permissions}
	for _, r := range routes {
		path, _ := ParsePath(r)
		op.Routes = append(op.Routes, Route{Method: "GET", Path: path})
	}
	return op
}

func TestSingular(t *testing.T) {
	for _, pair := range [][2]string{
		{"users", "user"},
		{"policies", "policy"},
		{"shelves", "shelf"},
		{"drives", "drive"},
		{"boxes", "box"},
		{"classes", "class"},
		{"statuses", "status"},
		{"mailFolders", "mailfolder"},
		{"Sites", "site"},
		{"branches", "branch"},
		{"me", "me"},
	} {
		if a, b := Singular(pair[0]), Singular(pair[1]); a != b {
			t.Errorf("%s is folded to %s, and %s to %s", pair[0], a, pair[1], b)
		}
	}
	if Singular("user") == Singular("group") {
		t.Error("different words are equal")
	}
}

func TestSubjects(t *testing.T) {
	words := func(w ...string) Subject { return Subject{AnyOf: [][]string{w}} }
	for _, tt := range []struct {
		subject Subject
		route   string
		want    bool
	}{
		{Subject{Self: true}, "/me/books", true},
		{Subject{Self: true}, "/users/{id}/books", false},
		{Subject{Self: true}, "/groups/{id}/me", false},
		{Subject{Others: true}, "/users/{id}/books", true},
		{Subject{Others: true}, "/Users('{id}')/books", true},
		{Subject{Others: true}, "/me/books", false},
		{words("user"), "/me/books", true},
		{Subject{AnyOf: [][]string{{"user"}}, UserIsOther: true}, "/me/books", false},
		{words("group"), "/groups/{id}", true},
		{words("group"), "/groupSettings/{id}", false},
		{words("mail", "folder"), "/me/mailFolders/{id}", true},
		{words("folder"), "/me/mailFolders/{id}", false},
		{words("user", "group"), "/users/{id}/books", false},
		{words("application"), "/directory/deletedItems/microsoft.graph.application", true},
		{words("book"), "/shelves/{bookId}", false},
		{words("range"), "/shelves/range(from={from})", true},
	} {
		path, _ := ParsePath(tt.route)
		r := newSubjectRoute(&Route{Method: "GET", Path: path})
		if _, got := tt.subject.matches(&r); got != tt.want {
			t.Errorf("%+v matches %s: %v", tt.subject, tt.route, got)
		}
	}
}

func TestPermissionSets(t *testing.T) {
	one := []Permission{
		{Kind: DelegatedWork, AnyOf: [][]string{{"A"}, {"A"}, {"B"}}},
		{Kind: Application, Unread: true, Names: []string{"C"}},
	}
	sets := operationWith(one, "/a", "/b").PermissionSets()
	if len(sets) != 1 || len(sets[0].Routes) != 2 || len(sets[0].AnyOf(DelegatedWork)) != 2 || len(sets[0].AnyOf(Application)) != 0 || !sets[0].Unread || sets[0].Guessed {
		t.Errorf("one table: %+v", sets)
	}
	if sets := operationWith([]Permission{{Kind: Application, Open: true}}, "/a").PermissionSets(); sets != nil {
		t.Errorf("a placeholder: %+v", sets)
	}
	twice := []Permission{{Kind: Application, AnyOf: [][]string{{"A"}, {"B"}}}, {Kind: Application, AnyOf: [][]string{{"C"}}}}
	got := operationWith(twice, "/a").PermissionSets()[0].AnyOf(Application)
	if !slices.EqualFunc(got, [][]string{{"A", "C"}, {"B", "C"}}, slices.Equal) {
		t.Errorf("two rows of a kind allow %v", got)
	}
}

// TestManyPermissionSets checks that hostile pages take little time and grant
// nothing.
func TestManyPermissionSets(t *testing.T) {
	var labels, rows []Permission
	var routes []string
	for i := range 20_000 {
		name := strconv.Itoa(i)
		labels = append(labels, Permission{Kind: Application, AnyOf: [][]string{{name}}, Context: name, Subjects: []Subject{{Row: true, AnyOf: [][]string{{name}}}}})
		rows = append(rows, Permission{Kind: Application, AnyOf: [][]string{{name}}})
	}
	for i := range 5_000 {
		routes = append(routes, "/a"+strconv.Itoa(i))
	}
	start := time.Now()
	for _, permissions := range [][]Permission{labels, rows} {
		op := operationWith(permissions, routes...)
		sets := op.PermissionSets()
		if len(sets) != 1 || len(sets[0].AnyOf(Application)) != 0 || len(sets[0].Routes) != len(routes) {
			t.Errorf("%d sets", len(sets))
		}
		op.permissionRoutes()
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}
