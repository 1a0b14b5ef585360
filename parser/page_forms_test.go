package parser

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Forms newer than 2021, and forms of other references in the same dialect.

func TestNewerPermissionTables(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
		findings   []string
	}{
		{"notes in parentheses", `# Get book
## Permissions
|Permission type|Least privileged permissions|Higher privileged permissions|
|:--|:--|:--|
|Delegated (work or school account)|Book.Read (for novels) <br> Map.Read (for maps, atlases)|Not available.|
|Application|Book.Read.All (or Shelf.Read.All)|Not available.|
`, []string{
			"5 delegatedWork|Book.Read|least 1|for novels", "5 delegatedWork|Map.Read|least 1|for maps, atlases",
			"6 application|Book.Read.All Shelf.Read.All|least 2",
		}, []string{"permission-malformed 5:37"}},
		{"a note that is not closed", `# Get book
## Permissions
|Permission type|Permissions|
|:--|:--|
|Application|Book.Read.All (for novels|
`, []string{"5 application||unread Book.Read.All"}, []string{"permission-malformed 5:14"}},
		{"display names next to the permissions", `# Get book
## Permissions
|Permission type|Permission|Permission display name|
|:--|:--|:--|
|Application|Book.Read.All|'Read all books'|
|Delegated (work or school account)|Book.Read|Read books|
`, []string{"5 application|Book.Read.All", "6 delegatedWork|Book.Read"}, nil},
		{"versions next to each other", `# Get book
## Permissions
|Permission type|Permissions|Supported versions|
|:--|:--|:--|
|Application|Book.Read.All|V1, beta.|
|Delegated (personal Microsoft account)|Not supported.|Not supported.|
`, []string{"5 application|Book.Read.All", "6 delegatedPersonal|"}, nil},
		{"a second column of permissions that are not to be had", `# Get book
## Permissions
|Permission type|Permissions acting on self|Permissions acting on others|
|:--|:--|:--|
|Application|Book.Read.All|Not supported.|
`, []string{"5 application|Book.Read.All|Permissions acting on self", "5 application||Permissions acting on others"}, nil},
		{"a remark after the JSON", `# Get book
## Permissions
### For readers
<!-- { "blockType": "ignored" } // Keep this line: the table is written by hand. -->
|Permission type|Permissions|
|:--|:--|
|Application|Book.Read.All|
`, []string{"7 application|Book.Read.All"}, nil},
		{"between marks of versions", `# Get book
## Permissions
:::zone pivot="one"
|Permission type|Permissions|
|:--|:--|
|Application|Book.Read.All|
:::zone-end
`, []string{"6 application|Book.Read.All"}, nil},
		{"escaped parentheses", `# Get book
## Permissions
| Permission type | Permissions \(from least to most privileged\) |
| :--- | :--- |
| Delegated \(work or school account\) | Book.Read |
`, []string{"5 delegatedWork|Book.Read"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			op, res := operation(t, tt.page)
			if d := cmp.Diff(tt.want, rows(op.Permissions)); d != "" {
				t.Error(d)
			}
			checkFindings(t, res, tt.findings...)
		})
	}
}

// TestOneCallForTwoVersions checks that one response belongs to both requests.
func TestOneCallForTwoVersions(t *testing.T) {
	const zones = ":::zone pivot=\"a\"\n```http\nGET https://h/v1.0/%\n```\n:::zone-end\n:::zone pivot=\"b\"\n```http\nGET https://h/beta/%\n```\n:::zone-end\n"
	const ok = "```http\nHTTP/1.1 200 OK\nContent-Type: text/plain\n\n:::\n```\n"
	zone := func(path string) string { return strings.ReplaceAll(zones, "%", path) }
	op, res := operation(t, "# List books\n\n:::zone pivot=\"a\"\nNo text.\n:::zone-end\n\n## HTTP request\n"+zone("books")+
		"## Examples\n### Request\n"+zone("books")+"### Response\n"+ok+"### Request\n"+zone("books?$top=1")+"### Response\n"+ok+
		"### Request\n"+"```http\nGET https://h/v1.0/a\n```\n```http\nGET https://h/v1.0/b\n```\n### Response\n"+ok)
	want := []string{
		" 22 GET https://h/v1.0/books none -> 32 200 OK text", " 27 GET https://h/beta/books none -> 32 200 OK text",
		" 40 GET https://h/v1.0/books?$top=1 none -> 50 200 OK text", " 45 GET https://h/beta/books?$top=1 none -> 50 200 OK text",
		" 57 GET https://h/v1.0/a none", " 60 GET https://h/v1.0/b none -> 64 200 OK text",
	}
	if d := cmp.Diff(want, examples(op.Examples)); d != "" {
		t.Error(d)
	}
	if body := string(op.Examples[0].Response.Body); body != ":::" {
		t.Errorf("body %q: marks inside a code block are text", body)
	}
	if op.Examples[0].Response == op.Examples[1].Response {
		t.Error("two examples share one response")
	}
	if op.Doc != "No text." || len(op.Routes) != 2 {
		t.Errorf("doc %q, %d routes", op.Doc, len(op.Routes))
	}
	checkFindings(t, res)
}

// TestScopeLabel leaves the products that a page applies to out of its description.
func TestScopeLabel(t *testing.T) {
	const call = "\n\n## HTTP request\n```http\nGET /books\n```\n"
	for _, label := range []string{
		"**Applies to:**\n\n- Library\n- Library for schools\n\n", "**Applies To**\n\n* Library\n\n", "**APPLIES TO**: Library 2 and later\n\n", "**Applies to:**\n\n", "",
		"**Applies to**\nLibrary 2 and later\n\n", "**Appears in:** [loan](loan.md)\n\n", "Appears in:\n\n1. Library\n2. School\n\n",
		"**Gilt für:** Library\n\n", "**S’applique à :**\n\n- Library\n\n", "**适用于：** Library\n\n", "**適用対象**: Library\n\n",
	} {
		op, _ := operation(t, "# List books\n\n"+label+"Lists the books. It applies to: all."+call)
		if want := "Lists the books. It applies to: all."; op.Doc != want {
			t.Errorf("%q: doc %q, want %q", label, op.Doc, want)
		}
	}
}

// TestDescriptionLists keeps the lists of a description, with their numbers.
func TestDescriptionLists(t *testing.T) {
	op, _ := operation(t, "# Lend book\n\nLends a book:\n\n- to members,\n- to schools.\n\nThree steps:\n\n3. Find it.\n4. Take it.\n\n   Not two.\n5. Scan it.\n\n"+
		"## HTTP request\n```http\nPOST /books/{id}/lend\n```")
	if want := "Lends a book:\n\n- to members,\n- to schools.\n\nThree steps:\n\n3. Find it.\n4. Take it.\n\nNot two.\n\n5. Scan it."; op.Doc != want {
		t.Errorf("doc %q, want %q", op.Doc, want)
	}
}

// TestPagesOfTheSite reads pages made from the published site: with links to
// the site, and alerts without marks.
func TestPagesOfTheSite(t *testing.T) {
	const site = "https://learn.example.com/en-us/lib/api/resources/"
	op, res := operation(t, "# List books\n\nNamespace: lib\n\nImportant\n\nThis may change.\n\nLists the books.\n\nNote\n\n- one\n- two\n\n**Tip**\n\nThree.\n\n"+
		"## HTTP request\n```http\nGET /books\n```\n## Response\nReturns a `200 OK` response code and a collection of [book]("+site+"book?view=lib-1.0) objects. "+
		"See [what else](https://learn.example.com/en-us/lib/throttling).\n")
	if op.Doc != "Lists the books.\n\nTip\n\nThree." {
		t.Errorf("doc %q", op.Doc)
	}
	if r := op.Responses; len(r) != 1 || r[0].Type.Name != "lib.book" || !r[0].Type.Collection {
		t.Errorf("responses %+v", r)
	}
	checkFindings(t, res)

	for dest, want := range map[string]string{
		site + "book?view=lib-beta": "book", "/lib/api/resources/book#values": "book", "../api/resources/book.md": "",
		"resources/book": "book", "../resources/lib-book": "lib-book", "../../resources/book": "", "resources/shelves/book": "",
		site + "shelves/book": "", "https://learn.example.com/lib/api/book-get": "", "/lib/resources/book": "",
	} {
		dest, _, _ = strings.Cut(dest, "#")
		if got := siteType(dest); got != want {
			t.Errorf("%s: %q", dest, got)
		}
	}
}

// The published site has other titles and links, and folders without a version.
func TestPagesHandedOutBySite(t *testing.T) {
	front := func(title, from string) string {
		return "---\ntitle: '" + title + " - Library API v1.0 | The Site'\nsource_path: docs/" + from + "\n---\n# " + title + " - Library API v1.0 | The Site\n\nNamespace: lib\n\n"
	}
	res := load(t, map[string]string{
		"lib/api/book-get.md": front("Get book - or map", "beta/api/book-get.md") + "## HTTP request\n```http\nGET /books/{id}\n```\n" +
			"## Response\nReturns `200 OK` and a [printed](resources/printed-book) object.\n",
		"lib/api/resources/printed-book.md": front("printed book resource type", "beta/resources/printed-book.md") + "## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n" +
			"|next|[printed](printed-book)|The next one.|\n|id|String|The key.|\n\n## JSON representation\n```json\n{\n  \"@odata.type\": \"#lib.book\",\n  \"next\": {},\n  \"id\": \"String\"\n}\n```\n",
	}, Options{})
	if len(res.Spec.Operations) != 1 || len(res.Spec.Resources) != 1 {
		t.Fatalf("%d operations, %d resources", len(res.Spec.Operations), len(res.Spec.Resources))
	}
	op, book := res.Spec.Operations[0], res.Spec.Resources[0]
	got := []string{op.Title, op.Version, op.Responses[0].Type.Name, book.Title, book.Version, book.Name, book.Properties[0].Type.Name}
	want := []string{"Get book - or map", "beta", "lib.book", "printed book resource type", "beta", "lib.book", "lib.book"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// The title of a page may be a heading of level 2.
func TestTitleOfLevelTwo(t *testing.T) {
	for _, tt := range []struct{ page, want string }{
		{"---\ntitle: Get book - Library | The Site\n---\nClipped.\n\n## Get book\n\n## HTTP request\n```http\nGET /books/{id}\n```\n", "Get book"},
		{"---\ntitle: Get book\n---\n## HTTP request\n```http\nGET /books/{id}\n```\n", "Get book"},
		{"## HTTP request\n```http\nGET /books/{id}\n```\n", ""},
	} {
		if op, _ := operation(t, tt.page); op.Title != tt.want {
			t.Errorf("title %q, want %q", op.Title, tt.want)
		}
	}
}

func TestCallAmongExamples(t *testing.T) {
	op, _ := operation(t, "# Get book\n### Examples\n#### HTTP request\n``` http\nGET /books/{id}\n```\n#### Request headers\n|Name|Description|\n|:--|:--|\n|If-Match|A tag.|\n")
	if len(op.Routes) != 1 || len(op.Examples) != 0 || len(op.Params) != 1 {
		t.Errorf("%d routes, %d examples, %d params", len(op.Routes), len(op.Examples), len(op.Params))
	}
	// With a host it is the request of the example.
	op, _ = operation(t, "# Get book\n## Examples\n### HTTP request\n``` http\nGET https://h/books/1\n```\n")
	if len(op.Routes) != 0 || len(op.Examples) != 1 {
		t.Errorf("%d routes, %d examples", len(op.Routes), len(op.Examples))
	}
}

func TestTypesOfOtherReferences(t *testing.T) {
	res, all := resource(t, "# Book resource type\n## Navigation\n|Navigation|Return Type|Description|\n|:--|:--|:--|\n|[shelf](shelf.md)|shelf|x|\n"+
		"## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|pages|Nullable long|x|\n|state|Nullable Enum|Possible values are: `lent `, ` here`.|\n|tags|Tag collection|x|\n")
	if d := cmp.Diff([]string{"9 pages Edm.Int64", "10 state Edm.String lent/here", "11 tags Tag[]"}, props(res.Properties)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"5 shelf shelf"}, props(res.Relationships)); d != "" {
		t.Error(d)
	}
	checkFindings(t, all)
}

func TestStatusBeforeDash(t *testing.T) {
	op, _ := operation(t, "# Add\n## HTTP request\n## Response\n- If successful, this returns 201 - Created response code.\n- Else 404 – Not Found, for 200-300 books.\n")
	var got []int
	for _, r := range op.Responses {
		got = append(got, r.Status)
	}
	if d := cmp.Diff([]int{201, 404}, got); d != "" {
		t.Error(d)
	}
}

func TestMediaTypeIsNoType(t *testing.T) {
	op, _ := operation(t, "# Get\n## Example\n```http\nGET https://h/v1.0/books\n```\n<!-- { \"blockType\": \"response\", \"@odata.type\": \"text/csv\" } -->\n"+
		"```http\nHTTP/1.1 200 OK\nContent-Type: text/csv\n\na,b\n```\n")
	if r := op.Examples[0].Response; r.Type.Name != "" || r.Declared != "text/csv" {
		t.Errorf("type %q, declared %q", r.Type.Name, r.Declared)
	}
}

// TestBodyInProse checks what is read of a Request body section without a type and a
// table: no body, bytes, or a body that is not known.
func TestBodyInProse(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"This call takes no request body.", "none"},
		{"The request body should be empty.", "none"},
		{"Do not submit a request body for this method.", "none"},
		{"A binary blob with the bytes of the page.", "bytes"},
		{"JSON with the binary data of the page.", "unknown"},
		{"Properties that are not included in the request body keep their values.", "unknown"},
	} {
		op, _ := operation(t, "# Scan page\n## HTTP request\n```http\nPOST /pages\n```\n## Request body\n"+tt.text+"\n")
		got := "none"
		switch {
		case op.Body != nil && op.Body.Bytes:
			got = "bytes"
		case op.Body != nil:
			got = "unknown"
		}
		if got != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestValuesOfParameterAreNoParameters(t *testing.T) {
	op, _ := operation(t, "# Get book\n## HTTP request\n```http\nGET /books/{id}?binding={binding}\n```\n## Query parameters\n|Parameter|Type|Description|\n|:--|:--|:--|\n|_binding_|string|How it is bound.|\n\n"+
		"### Bindings\n|Binding value|What it is|\n|:--|:--|\n|hard|Of boards.|\n|soft|Of paper.|\n")
	if len(op.Params) != 1 || op.Params[0].Name != "binding" {
		t.Errorf("params %+v", op.Params)
	}
}

// TestOverviewPages checks which pages in a folder of calls are not pages of a
// call.
func TestOverviewPages(t *testing.T) {
	const request = "## Example\n```http\nGET /books\n```\n"
	for _, tt := range []struct {
		name, page string
		want       string
	}{
		{"no call", "# Books API\n## Permissions\nBook.Read is needed.\n## Example scenarios\nReading.\n## Response codes\n`200 OK`\n", "other"},
		{"an overview with an example", "---\nms.topic: overview\n---\n# Books API\n" + request, "other"},
		{"an overview with a request section", "---\nms.topic: conceptual\n---\n# Books API\n## HTTP request\n```http\nGET /books\n```\n", "operation"},
		{"a declared page of a call", "---\nms.topic: overview\ndoc_type: apiPageType\n---\n# Books API\n## Permissions\nNone.\n", "operation"},
		{"an example only", "# List books\n" + request, "operation"},
		{"a permissions table only", "# List books\n## Permissions\n|Permission type|Permissions|\n|:--|:--|\n|Application|Book.Read|\n", "operation"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			res := load(t, map[string]string{"v1.0/api/books-list.md": tt.page}, Options{})
			got := "other"
			if len(res.Spec.Operations) == 1 {
				got = "operation"
			}
			if got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}
