package tolerance

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// TestRules checks that each rule has a name and a reason.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules {
		if r.Name == "" || r.Reason == "" || seen[r.Name] {
			t.Errorf("%q: a rule needs a name of its own and a reason", r.Name)
		}
		seen[r.Name] = true
	}
}

func TestTarget(t *testing.T) {
	for _, tt := range []struct{ documented, base, sent, needed, differs string }{
		{"/users/a", "", "/users/a", "", ""},
		{"https://h.com/v1.0/users/a", "/v1.0", "/v1.0/users/a", "host", ""},
		{"https://h.com/v1.0/users/a", "/v1.0", "/users/a", "", "want /v1.0/users/a, got /users/a"},
		{"https://h.com/v1.0/users/a", "/v1.0", "/v1.0/v1.0/users/a", "", "want /v1.0/users/a, got /v1.0/v1.0/users/a"},
		{"/users/a", "/v1.0", "/v1.0/users/a", "base", ""},
		{"~/users/a", "/v1.0", "/v1.0/users/a", "base", ""},
		{"users/a", "/v1.0", "/v1.0/users/a", "base", ""},
		{"users/a", "", "/users/a", "base", ""},
		{"https://h.com/beta/users/a", "/v1.0", "/v1.0/users/a", "other-version host", ""},
		{"https://h.com/{version}/users/{id}", "/v1.0", "/v1.0/users/id", "placeholder host", ""},
		{"https://h.com/v1.0/a?x=1", "/v1.0/a", "/v1.0/a?x=1", "host", ""},
		{"https://h.com/beta2/users", "/v1.0", "/v1.0/users", "", "want /v1.0/beta2/users, got /v1.0/users"},
		{"https://h.com", "", "/", "host", ""},
		{"/users/{id}/events/<id>", "", "/users/id/events/id-2", "placeholder", ""},
		{"/users/{id}/events/<id>", "", "/users/id-2/events/id", "", "want /users/id/events/id-2, got /users/id-2/events/id"},
		{"/users({a-id})/tags({a-id},{b-id})", "", "/users(a-id)/tags(a-id,b-id)", "placeholder one-value", ""},
		{"/users(x)/tags(x-2)", "", "/users(x)/tags(y-2)", "", "want /users(x)/tags(x-2), got /users(x)/tags(y-2)"},
		{"/users/{id}", "", "/users/%7Bid%7D", "", "want /users/id, got /users/%7Bid%7D"},
		{"/a/", "", "/a/", "", ""},
		{"/a/", "", "/a", "final-slash", ""},
		{"//a", "", "/a", "double-slash", ""},
		{"/a//b", "", "/a/b", "", "want /a//b, got /a/b"},
		{"/a b/ü", "", "/a%20b/%C3%BC", "escaping", ""},
		{"/100%", "", "/100%25", "escaping", ""},
		{"/a/b", "", "/a%2Fb", "value-slash", ""},
		{"/a%2fb", "", "/a%2Fb", "escaping", ""},
		{"/Users/a", "", "/users/a", "name-case", ""},
		{"/users('a''b')/c", "", "/users/a'b/c", "key-form", ""},
		{"/users(5)", "", "/users/5", "key-form", ""},
		{"/users(a)", "", "/users('a')", "key-form", ""},
		{"/f(b='/x', a=1)", "", "/f(a=1,b='%2Fx')", "value-slash argument-form", ""},
		{"/f(a,b)", "", "/f(b,a)", "", "want /f(a,b), got /f(b,a)"},
		{"/f(a=x)", "", "/f(a='x')", "argument-quotes", ""},
		{"/delta", "", "/delta()", "empty-call", ""},
		{"/a?$filter=a eq 'b'", "", "/a?$filter=a%20eq%20'b'", "escaping", ""},
		{"/a?x=1+2", "", "/a?x=1%202", "plus escaping", ""},
		{"/a?x=1%2B2", "", "/a?x=1%202", "", "want /a?x=1%2B2, got /a?x=1%202"},
		{"/a?b=1&a=2&a=1", "", "/a?a=2&a=1&b=1", "query-order", ""},
		{"/a?a=2&a=1", "", "/a?a=1&a=2", "", "want /a?a=2&a=1, got /a?a=1&a=2"},
		{"/a?$Top=1", "", "/a?$top=1", "name-case", ""},
		{"/a?$select=a,b", "", "/a?$select=a&$select=b", "", "want /a?$select=a,b, got /a?$select=a&$select=b"},
		{"/a? x=1 &", "", "/a?x=1", "query-blanks", ""},
		{"/a?x", "", "/a?x=", "no-value", ""},
		{"/a?x=1", "", "/a", "", "want /a?x=1, got /a"},
	} {
		res := Target(tt.documented, tt.base, tt.sent, nil)
		differs := strings.Join(res.Differences, "; ")
		if tt.differs != "" && differs == tt.differs {
			continue
		}
		if needed := strings.Join(res.Needed, " "); needed != tt.needed || differs != tt.differs {
			t.Errorf("%s below %q and %s: needs %q, differs %q; want %q, %q", tt.documented, tt.base, tt.sent, needed, differs, tt.needed, tt.differs)
		}
	}
}

// TestTargetAccept checks that a rule is not used if it is not accepted.
func TestTargetAccept(t *testing.T) {
	unlisted := func(r *Rule) bool { return !r.Listed }
	if res := Target("/a/", "", "/a", unlisted); len(res.Differences) != 1 || len(res.Needed) != 0 {
		t.Errorf("got %+v", res)
	}
}

func TestHeader(t *testing.T) {
	for _, tt := range []struct {
		documented, sent string // name: value; …
		hasBody          bool
		needed, differs  string
	}{
		{"Prefer: a", "Prefer: a", false, "", ""},
		{"Prefer: a", "Prefer: b", false, "", "Prefer: want a, got b"},
		{"Prefer: a", "", false, "", "Prefer: want a, got nothing"},
		{"", "Prefer: a", false, "", "Prefer: want nothing, got a"},
		{"", "Accept: a/b; User-Agent: x; Content-Type: a/b", true, "", ""},
		{"", "Connection: close", false, "", "Connection: want nothing, got close"},
		{"", "If-Match: *", false, "any-etag", ""},
		{"If-Match: ", "If-Match: *", false, "any-etag", ""},
		{"", "If-Match: a", false, "", "If-Match: want nothing, got a"},
		{"If-Match: a", "If-Match: *", false, "", "If-Match: want a, got *"},
		{"Authorization: x; Host: y", "", false, "own-header", ""},
		{"Content-Type: application/json", "", false, "type-of-nothing", ""},
		{"Content-Type: application/json", "", true, "", "Content-Type: want application/json, got nothing"},
		{"Content-Type: application/JSON;charset=utf-8", "Content-Type: application/json", true, "media-parameters", ""},
		{"Content-Type: application/merge-patch+json", "Content-Type: application/json", true, "", "Content-Type: want application/merge-patch+json, got application/json"},
		{"Accept: application/json, */*", "Accept: application/json", false, "accept", ""},
		{"Accept: application/json", "Accept: application/json, text/plain", false, "accept", ""},
		{"Accept: text/*;q=1", "Accept: text/plain", false, "accept", ""},
		{"Accept: application/pdf", "Accept: application/json", false, "", "Accept: want application/pdf, got application/json"},
	} {
		res := Header(headers(tt.documented), headers(tt.sent), tt.hasBody, nil)
		if needed, differs := strings.Join(res.Needed, " "), strings.Join(res.Differences, "; "); needed != tt.needed || differs != tt.differs {
			t.Errorf("%q and %q: needs %q, differs %q; want %q, %q", tt.documented, tt.sent, needed, differs, tt.needed, tt.differs)
		}
	}
}

func headers(text string) http.Header {
	h := http.Header{}
	for line := range strings.SplitSeq(text, "; ") {
		if name, value, ok := strings.Cut(line, ": "); ok {
			h.Add(name, value)
		}
	}
	return h
}

func TestBody(t *testing.T) {
	for _, tt := range []struct{ documented, sent, needed, differs string }{
		{`{"a": 1, "b": [2]}`, `{"b":[2],"a":1}`, "", ""},
		{`{"a": "x-value"}`, `{"a": true}`, "json-sample", ""},
		{`{"A": 1}`, `{"a": 1}`, "json-case", ""},
		{`{"a": 1}`, `{"b": 1}`, "", "a: want a value, got nothing"},
		{`{"a": 1}`, `{"a": [1]}`, "", "a: want 1, got [1]"},
		{`{`, `{}`, "", "the documented body is not JSON: unexpected EOF"},
	} {
		res := Body([]byte(tt.documented), []byte(tt.sent), nil)
		if needed, differs := strings.Join(res.Needed, " "), strings.Join(res.Differences, "; "); needed != tt.needed || differs != tt.differs {
			t.Errorf("%s and %s: needs %q, differs %q; want %q, %q", tt.documented, tt.sent, needed, differs, tt.needed, tt.differs)
		}
	}
	if res := Body([]byte(`{"a": "x"}`), []byte(`{"a": 1}`), func(r *Rule) bool { return !r.Listed }); len(res.Differences) != 1 {
		t.Errorf("a rule that is not listed is used: %+v", res)
	}
}

func TestForms(t *testing.T) {
	for body, want := range map[string][]string{
		`{"a": [1, "x", true]}`:                  {"json-layout"},
		`{"a": 1.0}`:                             {"json-layout", "json-number"},
		`[{"a": "2020-01-01T00:00:00.0000Z"}]`:   {"json-layout", "json-time"},
		`{"a": "2020-01-01T00:00:00Z", "b": ""}`: {"json-layout", "json-nothing"},
		`{`:                                      nil,
	} {
		if got := Forms([]byte(body)); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", body, got, want)
		}
	}
}
