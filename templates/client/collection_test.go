package client

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// paged serves users "1" to "6", two per page, and responds 404 to the page
// whose skip token is failAt.
func paged(t *testing.T, failAt string) *service {
	pages := map[string]string{
		"":    `{"@odata.count":6,"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"http://%s/v1.0/users?$skiptoken=b%%20c"}`,
		"b c": `{"value":[{"id":"3"},{"id":"4"}],"@odata.nextLink":"/v1.0/users?$skiptoken=d"}`, // relative
		"d":   `{"value":[{"id":"5"},{"id":"6"}],"@odata.deltaLink":"http://%s/v1.0/users?$deltatoken=e"}`,
	}
	return newService(t, func(w http.ResponseWriter, r *http.Request) {
		at := r.URL.Query().Get("$skiptoken")
		if at == failAt {
			answer(404, "application/json", `{"error":{"code":"gone"}}`)(w, r)
			return
		}
		_, _ = w.Write([]byte(strings.ReplaceAll(strings.ReplaceAll(pages[at], "%s", r.Host), "%%", "%")))
	})
}

func ids(c *Collection[*User]) (ids string, err error) {
	for user, err := range c.All(context.Background()) {
		if err != nil {
			return ids, err
		}
		ids += user.ID
	}
	return ids, nil
}

func TestPaging(t *testing.T) {
	s := paged(t, "none")
	users := s.client().User().List(Top(2), Header("ConsistencyLevel", "eventual"))
	equal(t, len(s.requests()), 0) // lazy
	for range 2 {                  // each loop starts again
		got, err := ids(users)
		check(t, err)
		equal(t, got, "123456")
	}
	equal(t, len(s.requests()), 6)
	equal(t, s.requests()[0].uri, "/v1.0/users?$top=2")
	equal(t, s.requests()[1].uri, "/v1.0/users?$skiptoken=b%20c") // the link unchanged
	equal(t, s.requests()[1].header.Get("ConsistencyLevel"), "eventual")

	var shape []string
	var link string
	pages := users.Pages(t.Context())
	for range pages { // a sequence starts again too
	}
	for page, err := range pages {
		check(t, err)
		shape = append(shape, fmt.Sprint(len(page.Value), page.Count != nil, page.NextLink != "", page.DeltaLink != ""))
		if link == "" {
			link = page.NextLink
		}
	}
	equal(t, shape, []string{"2 true true false", "2 false true false", "2 false false true"})
	got, err := ids(users.From(link))
	check(t, err)
	equal(t, got, "3456")
}

func TestBreakingOffStops(t *testing.T) {
	s := paged(t, "none")
	for user := range s.client().User().List().All(t.Context()) {
		if user.ID == "3" {
			break
		}
	}
	for range s.client().User().List().Pages(t.Context()) {
		break
	}
	equal(t, len(s.requests()), 3)
}

func TestPagingEndsWithError(t *testing.T) {
	got, err := ids(paged(t, "d").client().User().List())
	equal(t, got, "1234")
	equal(t, wantError(t, err, 404).Code, "gone")

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s := paged(t, "none")
	errs := 0
	for _, err := range s.client().User().List().All(ctx) {
		cancel() // during a page: the next page is not requested
		if err != nil {
			errs++
		}
	}
	equal(t, errs, 1)
	equal(t, len(s.requests()), 1)
}

func TestPagingInCircles(t *testing.T) {
	s := newService(t, answer(200, "application/json", `{"value":[{"id":"1"}],"@odata.nextLink":"/v1.0/users?p=2"}`))
	got, err := ids(s.client().User().List())
	equal(t, got, "11")
	wantText(t, err, "user-list", "next link of this page again")
}

// TestPageOfPost checks that a write is made once, however often its page is read, and
// that the pages after it are read with GET.
func TestPageOfPost(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Method == "POST":
			answer(200, "application/json", `{"value":["a"],"@odata.nextLink":"/v1.0/next"}`)(w, r)
		case r.URL.Path == "/v1.0/next":
			answer(200, "application/json", `{"value":["b"],"@odata.nextLink":"/v1.0/gone"}`)(w, r)
		default:
			answer(404, "application/json", `{"error":{"code":"gone"}}`)(w, r)
		}
	})
	page, err := value(t.Context(), (*caller)(s.client()), &call{op: &OperationInfo{Name: "user-list", Routes: []RouteInfo{{"POST", "/x"}}}, body: struct{}{}}, nil, new(Page[string]))
	check(t, err)
	equal(t, page.Value, []string{"a"})
	equal(t, len(s.requests()), 1)
	for range 2 {
		var got []string
		for group, err := range page.All(t.Context()) {
			if err != nil {
				wantText(t, err, "user-list", "gone")
				break
			}
			got = append(got, group)
		}
		equal(t, got, []string{"a", "b"})
	}
	for range page.All(t.Context()) {
		break
	}
	equal(t, len(s.requests()), 5)
	for _, r := range s.requests()[1:] {
		equal(t, r.method+r.body+r.header.Get("Content-Type"), "GET")
	}
}

func TestPageWithoutClient(t *testing.T) {
	var err error
	for _, err = range (&Page[string]{NextLink: "/next"}).All(t.Context()) {
	}
	wantText(t, err, "not read by a client")
	for range new(Page[string]).All(t.Context()) {
		t.Error("an empty page has a value")
	}
}

const delta = `{"@odata.deltaLink":"https://x/?d","value":[
	{"@removed":{"reason":"deleted"},"id":"1"},
	{"id":"2","displayName":"about @removed"},
	{"@removed":{"reason":"changed"},"id":"3"},
	{"@removed":{"reason":"changed"},"id":"2"},
	{"id":"4"},
	{"id":"5"}]}`

func TestDelta(t *testing.T) {
	s := newService(t, answer(200, "application/json", delta))
	for page, err := range s.client().User().Delta().Pages(t.Context()) {
		check(t, err)
		equal(t, page.Removed, []Removed{{"1", "deleted", 0}, {"3", "changed", 1}, {"2", "changed", 1}})
		equal(t, len(page.Value), 3)
		equalJSON(t, page, delta)
	}
	got, err := ids(s.client().User().Delta())
	check(t, err)
	equal(t, got, "245")
}

func TestPageJSON(t *testing.T) {
	equalJSON(t, Page[User]{}, `{"value":[]}`)
	equalJSON(t, Page[User]{Count: new(int64(0)), NextLink: "n", Value: []User{{ID: "1"}}}, `{"@odata.count":0,"@odata.nextLink":"n","value":[{"id":"1"}]}`)
	odd := Page[User]{Value: []User{{ID: "1"}}, Removed: []Removed{{ID: "a", After: 9}, {ID: "b", After: -1}}}
	equalJSON(t, odd, `{"value":[{"id":"1"},{"id":"a","@removed":{}},{"id":"b","@removed":{}}]}`)

	var page Page[map[string]any]
	inside := `{"value":[{"members@delta":[{"@removed":{"reason":"deleted"},"id":"1"}]},null]}`
	check(t, json.Unmarshal([]byte(inside), &page))
	equal(t, len(page.Removed), 0)
	equalJSON(t, page, inside)
	for _, bad := range []string{`{"value":5}`, `{"value":["@removed"]}`, `{"value":[{"@removed":5}]}`, `["@removed"]`} {
		if json.Unmarshal([]byte(bad), &page) == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

// TestEnvelope checks lists whose values and next link are in other members than OData's.
func TestEnvelope(t *testing.T) {
	op := &OperationInfo{Name: "berth-list", Routes: []RouteInfo{{"GET", "/x"}}, Envelope: &Envelope{List: "items", NextLink: "nextLink"}}
	first := `{"totalCount":3,"items":["a","b"],"nextLink":"/v1.0/more","@odata.count":3}`
	s := newService(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/v1.0/more" {
			answer(200, "application/json", `{"totalCount":3,"items":["c"],"nextLink":null}`)(w, r)
			return
		}
		answer(200, "application/json", first)(w, r)
	})
	list := collection[string]((*caller)(s.client()), &call{op: op}, nil)
	var got []string
	for v, err := range list.All(t.Context()) {
		check(t, err)
		got = append(got, v)
	}
	equal(t, got, []string{"a", "b", "c"})
	for page, err := range list.Pages(t.Context()) {
		check(t, err)
		equal(t, page.NextLink, "/v1.0/more")
		equal(t, *page.Count, int64(3))
		equal(t, string(page.AdditionalProperties["totalCount"]), "3")
		equal(t, len(page.AdditionalProperties), 1)
		equalJSON(t, page, first)
		break
	}
	equalJSON(t, Page[string]{Envelope: &Envelope{}, Value: []string{"a"}, NextLink: "n"}, `{"@odata.nextLink":"n","value":["a"]}`)
	equalJSON(t, Page[string]{Envelope: op.Envelope, AdditionalProperties: Extra{"items": json.RawMessage("5"), "total": json.RawMessage("0")}}, `{"items":[],"total":0}`)
	page := Page[string]{Envelope: op.Envelope}
	for _, bad := range []string{`[]`, `{"items":5}`, `{"items":[],"nextLink":5}`} {
		if json.Unmarshal([]byte(bad), &page) == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}
