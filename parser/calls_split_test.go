package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// summaryOf returns an operation in one line: name, title, routes, body, scopes,
// statuses and examples.
func summaryOf(op *ir.Operation) string {
	parts := []string{op.Name, op.Title}
	for _, r := range op.Routes {
		parts = append(parts, r.Method+" "+r.Path.String())
	}
	if op.Body != nil {
		for _, p := range op.Body.Properties {
			parts = append(parts, "body "+p.Name)
		}
	}
	for _, p := range op.Permissions {
		parts = append(parts, strings.Join(p.Scopes(), ","))
	}
	for _, r := range op.Responses {
		parts = append(parts, fmt.Sprint(r.Status))
	}
	for _, ex := range op.Examples {
		parts = append(parts, "example "+ex.Request.URL)
	}
	return strings.Join(parts, "; ")
}

func request(call string) string { return "### HTTP request\n```http\n" + call + "\n```\n" }

const (
	bodyTable   = "### Request body\n|Name|Type|\n|--|--|\n|%s|String|\n"
	permissions = "Permissions\n|Permission type|Permissions|\n|--|--|\n|Application|%s|\n"
	inlineCode  = "`%s`\n"
)

func TestSeparateCalls(t *testing.T) {
	fence := func(call string) string { return "```http\n" + call + "\n```\n" }
	tests := []struct {
		name, page string
		want       []string
	}{
		{
			"bodies of their own",
			"## Permissions\nTable.\n## Open gate\nOpens it.\n" + request("POST /gates/{id}/open") + fmt.Sprintf(bodyTable, "speed") +
				"## Close gate\n" + request("POST /gates/{id}/close") + fmt.Sprintf(bodyTable, "force"),
			[]string{"book-get#open-gate; Open gate; POST /gates/{id}/open; body speed", "book-get#close-gate; Close gate; POST /gates/{id}/close; body force"},
		},
		{
			"the page's permissions apply to all",
			"## " + fmt.Sprintf(permissions, "Gate.Write") + "## Open gate\n" + request("POST /open") + "## See gate\n" + request("GET /gates") + "### " + fmt.Sprintf(permissions, "Gate.Read"),
			[]string{"book-get#open-gate; Open gate; POST /open; Gate.Write", "book-get#see-gate; See gate; GET /gates; Gate.Write; Gate.Read"},
		},
		{
			"ways to write one call",
			"## My gate\n" + request("GET /me/gate") + "### Path parameters\n|Name|Type|\n|--|--|\n|a|String|\n## The gate of a user\n" + request("GET /users/{id}/gate") + "## Response\n`200 OK`\n",
			[]string{"book-get; Gates; GET /me/gate; GET /users/{id}/gate; 200"},
		},
		{
			"the call of the page and another",
			"## HTTP request\n" + fence("GET /gates") + "## Response\n`200 OK`\n## Remove a gate\n" + request("DELETE /gates/{id}") + "### Response\n`204 No Content`\n## See one gate\n" + request("GET /gates/{id}"),
			[]string{"book-get; Gates; GET /gates; GET /gates/{id}; 200", "book-get#remove-a-gate; Remove a gate; DELETE /gates/{id}; 204"},
		},
		{
			"the same call again",
			"## HTTP request\n" + fence("POST /gates") + "## With a lock\n" + request("POST /gates") + fmt.Sprintf(bodyTable, "lock"),
			[]string{"book-get; Gates; POST /gates; POST /gates; body lock"},
		},
		{
			"one after the other",
			"## HTTP request\n" + fence("GET /gates/{id}/plan") + "## Response\n`200 OK`\n## HTTP request\n" + fence("GET /gates/{id}/plan/{plan}/content") + "## Response\n`200 OK`, `404 Not Found`\n",
			[]string{"book-get; Gates; GET /gates/{id}/plan; 200", "book-get#content; Gates; GET /gates/{id}/plan/{plan}/content; 200; 404"},
		},
		{
			"two sections of one call",
			"## HTTP request\n" + fence("PUT /gates/{id}") + "## HTTP request (new gates)\n" + fence("PUT /gates/new/{name}") + "## Response\n`200 OK`\n",
			[]string{"book-get; Gates; PUT /gates/{id}; PUT /gates/new/{name}; 200"},
		},
		{
			"calls below the headings",
			"## See gate\n" + fence("GET /gates/{id}") + "### Response\n```json\n{}\n```\n## Remove gate\n" + fence("DELETE /gates/{id}"),
			[]string{"book-get#see-gate; See gate; GET /gates/{id}", "book-get#remove-gate; Remove gate; DELETE /gates/{id}"},
		},
		{
			"inline code and labels",
			"## See gate\n" + fmt.Sprintf(inlineCode, "GET /gates/:id") + "\n**Example request**:\n\n" + fence("GET /gates/1 HTTP/1.1") + "\n**Example response**:\n\n" + fence("HTTP/1.1 200 OK") +
				"## Remove gate\n" + fmt.Sprintf(inlineCode, "DELETE /gates/:id") + "\n**Example request**:\n\n" + fence("DELETE /gates/1 HTTP/1.1"),
			[]string{"book-get#see-gate; See gate; GET /gates/:id; 200; example /gates/1", "book-get#remove-gate; Remove gate; DELETE /gates/:id; example /gates/1"},
		},
		{
			"a table of the call",
			"## See gate\n|Method|Path|\n|--|--|\n|GET|`/gates/{id}`|\n### Parameters\nNone.\n## List gates\n|Method|Path|\n|--|--|\n|GET|`/gates`|\n",
			[]string{"book-get#see-gate; See gate; GET /gates/{id}", "book-get#list-gates; List gates; GET /gates"},
		},
		{
			"one heading twice",
			"## North\n### Gate\n#### HTTP request\n" + fence("GET /north") + "## South\n### Gate\n#### HTTP request\n" + fence("POST /south"),
			[]string{"book-get#gate; Gate; GET /north", "book-get#gate-1; Gate; POST /south"},
		},
		{
			"examples of all calls",
			"## See gates\n" + request("GET /gates") + "### Response\n`200 OK`\n## Open gate\n" + request("POST /gates/{id}/open") + "## Examples\n### Request\n" + fence("POST https://example.com/gates/1/open") + "### Request\n" + fence("GET https://example.com/gates"),
			[]string{"book-get#see-gates; See gates; GET /gates; 200; example https://example.com/gates", "book-get#open-gate; Open gate; POST /gates/{id}/open; example https://example.com/gates/1/open"},
		},
	}
	for _, tt := range tests {
		res := load(t, map[string]string{"v1.0/api/book-get.md": "# Gates\n\nThe gates.\n\n" + tt.page}, Options{})
		var got []string
		for i := range res.Spec.Operations {
			got = append(got, summaryOf(&res.Spec.Operations[i]))
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
		assumed := 0
		for _, d := range res.Diagnostics {
			if d.Code == diag.AssumedCalls {
				assumed++
			}
		}
		if (assumed == 1) != (len(got) > 1) {
			t.Errorf("%s: %d findings assumed-calls", tt.name, assumed)
		}
	}
}

// TestNoCallSections checks that prose with calls is not taken for a reference.
func TestNoCallSections(t *testing.T) {
	for _, page := range []string{
		"# Concept\n## Step 1\nFirst get a key.\n```http\nGET /keys\n```\nThen wait.\n",
		"# Concept\n## Step 1\n```http\nGET https://example.com/keys\n```\n## Step 2\n```http\nPOST https://example.com/keys\n```\n",
		"# Concept\n## Step 1\nSend `GET /keys` and `POST /keys`.\n## Step 2\nWait.\n",
		"# Concept\n## REST request\n```http\nPOST https://login.example.com/token HTTP/1.1\nAccept: */*\n\na=b\n```\n## REST response\nA token.\n",
		"---\ndoc_type: conceptualPageType\n---\n# Concept\n## One\n```http\nGET /keys\n```\n## Two\n```http\nPOST /keys\n```\n",
	} {
		if got := kinds(load(t, map[string]string{"guide/keys.md": page}, Options{}))["guide/keys.md"]; got != "other" {
			t.Errorf("%q is of kind %s", page, got)
		}
	}
	res := load(t, map[string]string{"guide/keys.md": "# Concept\n|Method|Path|\n|--|--|\n|GET|keys{id|\n"}, Options{})
	if got := kinds(res)["guide/keys.md"]; got != "other" {
		t.Errorf("a page with a table of one call is of kind %s", got)
	}
	checkFindings(t, res)
}
