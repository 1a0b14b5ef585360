package ir

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
)

func line(n int) diag.Range { return diag.Range{Start: diag.Pos{Line: n, Column: 1}} }

// TestInspectSeveral checks that a page with several operations or resources has a
// line for each and counts once.
func TestInspectSeveral(t *testing.T) {
	page := func(version, file string) Page { return Page{File: file, Version: version} }
	spec := &Spec{
		Operations: []Operation{
			{Page: page("", "a.md"), Name: "a#one"}, {Page: page("", "a.md"), Name: "a#two"}, {Page: page("", "c.md"), Name: "c"},
		},
		Resources: []Resource{{Page: page("v1.0", "b.md"), Name: "b"}, {Page: page("beta", "b.md"), Name: "b"}},
		Others:    []Page{page("", "d.md")},
	}
	var b strings.Builder
	if err := WriteInspect(&b, spec, diag.Counts{}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(b.String()) {
		var l struct{ File, Name, Version string }
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		got = append(got, strings.TrimSpace(l.File+" "+l.Name+" "+l.Version))
	}
	want := []string{"a.md a#one", "a.md a#two", "b.md b v1.0", "b.md b beta", "c.md c", "d.md", ""}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if !strings.Contains(b.String(), `"pages":4,"operations":3,"resources":2,"other":1`) {
		t.Error(b.String())
	}
}

func TestWriteInspect(t *testing.T) {
	path, _ := ParsePath("/shelves/{id}/books")
	spec := &Spec{
		Operations: []Operation{{
			Page:      Page{File: "api-reference/v1.0/api/shelf-list.md", Version: "v1.0", DocType: "apiPageType", Title: "List <books>"},
			Name:      "shelf-list",
			Namespace: "library",
			Routes:    []Route{{Method: "GET", Path: path, Query: "$top={n}", At: line(31)}},
			Permissions: []Permission{
				{Kind: DelegatedWork, AnyOf: [][]string{{"A.Read", "B.Read"}, {"A.All"}}, Least: 1, At: line(20)},
				{Kind: Application, Context: "For shelves", At: line(21)},
			},
			Params: []Param{{Name: "Prefer", In: InHeader, Type: TypeRef{Name: "Edm.String"}, At: line(44)}},
			Body: &Body{Type: TypeRef{Name: "library.book"}, ContentType: "application/json", Properties: []Property{
				{Name: "title", Type: TypeRef{Name: "Edm.String"}, Required: true},
			}},
			Responses: []Response{{Status: 200, Type: TypeRef{Name: "library.book", Collection: true}}},
			Examples: []Example{
				{Name: "list", At: line(60), Request: &Request{
					Method: "GET", URL: "https://x/v1.0/shelves/1/books?a&b",
					Message: Message{Headers: []Header{{Name: "Prefer", Value: "x"}}, Kind: NoBody, At: line(60)},
				}, Response: &Reply{
					Status: 200, Reason: "OK", Type: TypeRef{Name: "library.book", Collection: true}, Declared: "library.book", Truncated: true,
					Message: Message{Headers: []Header{{Name: "Content-type", Value: "application/json"}}, Kind: JSON, At: line(75)},
				}},
				{At: line(90), Request: &Request{Method: "GET", URL: "/x", Message: Message{Kind: NoBody, At: line(91)}}},
				{At: line(95), Response: &Reply{Status: 200}}, // a second response is not an example
			},
		}},
		Resources: []Resource{{
			Page: Page{File: "api-reference/v1.0/resources/book.md", Version: "v1.0", Title: "book resource type"},
			Name: "library.book", BaseType: "library.entity", KeyProperty: "id",
			Properties:    []Property{{Name: "title", Type: TypeRef{Name: "Edm.String"}, At: line(40)}},
			Relationships: []Property{{Name: "owners", Type: TypeRef{Name: "library.person", Collection: true}, At: line(50)}},
			Members:       []Member{{Name: "low", Value: "0"}},
			Enums:         []Enum{{Name: "library.size", Members: []Member{{Name: "big"}}, At: line(60)}},
		}},
		Others: []Page{{File: "api-reference/v1.0/api-overview.md", DocType: "conceptualPageType"}},
	}
	want := []string{
		`{"kind":"other","file":"api-reference/v1.0/api-overview.md","docType":"conceptualPageType"}`,
		`{"kind":"operation","file":"api-reference/v1.0/api/shelf-list.md","name":"shelf-list","title":"List <books>",` +
			`"namespace":"library","version":"v1.0","docType":"apiPageType",` +
			`"routes":[{"method":"GET","path":"/shelves/{id}/books","query":"$top={n}","line":31}],` +
			`"permissions":[{"kind":"delegatedWork","supported":true,"scopes":["A.Read","B.Read","A.All"],"least":2,"anyOf":[["A.Read","B.Read"],["A.All"]],"line":20},` +
			`{"kind":"application","supported":false,"context":"For shelves","line":21}],` +
			`"params":[{"name":"Prefer","in":"header","type":"Edm.String","collection":false,"required":false,"line":44}],` +
			`"body":{"type":"library.book","contentType":"application/json",` +
			`"properties":[{"name":"title","type":"Edm.String","collection":false,"required":true}]},` +
			`"responses":[{"status":200,"type":"library.book","collection":true}],` +
			`"examples":[{"name":"list","line":60,` +
			`"request":{"method":"GET","url":"https://x/v1.0/shelves/1/books?a&b","headers":[["Prefer","x"]],"bodyKind":"none","line":60},` +
			`"response":{"status":200,"reason":"OK","headers":[["Content-type","application/json"]],` +
			`"type":"library.book","collection":true,"truncated":true,"bodyKind":"json","line":75}},` +
			`{"line":90,"request":{"method":"GET","url":"/x","bodyKind":"none","line":91},"response":null}]}`,
		`{"kind":"resource","file":"api-reference/v1.0/resources/book.md","name":"library.book","title":"book resource type",` +
			`"version":"v1.0","baseType":"library.entity","keyProperty":"id","openType":false,` +
			`"properties":[{"name":"title","type":"Edm.String","collection":false,"line":40}],` +
			`"relationships":[{"name":"owners","type":"library.person","collection":true,"line":50}],` +
			`"members":[{"name":"low","value":"0"}],` +
			`"enums":[{"name":"library.size","members":[{"name":"big"}],"line":60}]}`,
		`{"kind":"summary","pages":3,"operations":1,"resources":1,"other":1,"routes":1,"examples":2,` +
			`"diagnostics":{"error":1,"warning":2,"info":3}}`,
		"",
	}
	var b strings.Builder
	if err := WriteInspect(&b, spec, diag.Counts{Errors: 1, Warnings: 2, Infos: 3}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, strings.Split(b.String(), "\n")); diff != "" {
		t.Error(diff)
	}
}
