package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
)

func TestTitleAndDescription(t *testing.T) {
	tests := []struct{ page, title, namespace, doc string }{
		{
			"---\ntitle: \"Front\"\n---\n# List *the* `books`\n\nNamespace: lib.core\n\nOne [link](x.md)\nand more.\n\n> **Note:** not this.\n\n- first\n- second\n\nLast.\n",
			"List the books", "lib.core", "One link and more.\n\n- first\n- second\n\nLast.",
		},
		{"---\ntitle: Front\ndescription: From the front.\n---\nNamespace: lib\n## HTTP request\n", "Front", "lib", "From the front."},
		{"# T\nNamespace: lib\nGlued to it &amp; \\*so\\*.\n[!INCLUDE [x](y.md)]\n", "T", "lib", "Glued to it & *so*."},
		{"# T\n**TODO: Add Description**\n", "T", "", ""},
		{"# T\n**TODO: Add Description** Inherited from x.\n", "T", "", "Inherited from x."},
		{"# T\nNamespace: microsoft.graph.\n", "T", "microsoft.graph", ""},
	}
	for _, tt := range tests {
		op, _ := operation(t, tt.page+"\n## HTTP request\n")
		if op.Title != tt.title || op.Namespace != tt.namespace || op.Doc != tt.doc {
			t.Errorf("%q:\ntitle %q, namespace %q, doc %q", tt.page, op.Title, op.Namespace, op.Doc)
		}
	}
}

func TestParams(t *testing.T) {
	op, _ := operation(t, `# Get
## HTTP request
## Function parameters
|Parameter|Type|Description|
|:--|:--|:--|
|start|DateTimeOffset|From when. Required.|
|tags|String collection|Not required.|
## Path parameters
|Name|Value|Description|
|:--|:--|:--|
|_id_|string|The key.|
## Optional query parameters
Of the OData options it takes *$select*, $filter (not $), and $top.

|Name|Type|Description|
|:--|:--|:--|
|$top|Int32|How many.|
## Request headers
|Header|Value|
|:--|:--|
|Authorization|Bearer {token}. Required.|
|Prefer: lib.zone|A zone. Optional.|
|None.||
`)
	var got []string
	for _, p := range op.Params {
		got = append(got, fmt.Sprintf("%d %s %s %s %v %v|%s", p.At.Start.Line, p.In, p.Name, p.Type.Name, p.Type.Collection, p.Required, p.Doc))
	}
	want := []string{
		"6 path start Edm.DateTimeOffset false true|From when. Required.", "7 path tags Edm.String true false|Not required.",
		"11 path id Edm.String false false|string The key.", "17 query $top Edm.Int32 false false|How many.",
		"21 header Authorization  false true|Bearer {token}. Required.", "22 header Prefer  false false|lib.zone A zone. Optional.",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"$select", "$filter", "$top"}, op.Options); d != "" {
		t.Error(d)
	}
}

func TestOtherTablesListNoParams(t *testing.T) {
	op, _ := operation(t, `# Get
## HTTP request
## Optional query parameters
|Case|Example|
|:--|:--|
|Books by one person|$filter=by eq 'x'|

|Attribute|Operators|
|:--|:--|
|title|eq|

### Query string parameters
|Name|Value|Description|
|:--|:--|:--|
|_form_|string|The form.|
#### Forms
|Value|Description|
|:--|:--|
|pdf|To print.|
`)
	if len(op.Params) != 1 || op.Params[0].Name != "form" || op.Params[0].In != ir.InQuery || op.Params[0].Type.Name != "Edm.String" {
		t.Errorf("%+v", op.Params)
	}
}

func TestParametersSection(t *testing.T) {
	const table = " /books\n```\n## Parameters\n|Name|Value|Description|\n|:--|:--|:--|\n|shelf|[shelf](../resources/shelf.md)|Where.|\n|to|string|Whom.|\n|from|now|When.|\n"
	op, _ := operation(t, "# Send\nNamespace: lib\n## HTTP request\n```http\nPOST"+table)
	if op.Body == nil || len(op.Params) > 0 {
		t.Fatalf("body %+v, params %+v", op.Body, op.Params)
	}
	if d := cmp.Diff([]string{"10 shelf lib.shelf", "11 to Edm.String", "12 from "}, props(op.Body.Properties)); d != "" {
		t.Error(d)
	}
	op, _ = operation(t, "# List\nNamespace: lib\n## HTTP request\n```http\nGET"+table)
	if op.Body != nil || len(op.Params) != 3 || op.Params[0].In != ir.InQuery || op.Params[0].Type.Name != "lib.shelf" {
		t.Errorf("body %+v, params %+v", op.Body, op.Params)
	}
}

func TestRequestBody(t *testing.T) {
	const head = "# Create\nNamespace: lib\n## HTTP request\n## Request headers\n|Header|Value|\n|:--|:--|\n|Content-Type|application/json. Required.|\n## Request body\n"
	tests := []struct {
		name, body, typ string
		list, none      bool
		props           []string
	}{
		{"none", "Do not supply a request body for this method.\n", "", false, true, nil},
		{"empty", "", "", false, true, nil},
		{"a type", "Supply a JSON representation of the [book](../resources/book.md) object.\n", "lib.book", false, false, nil},
		{
			"a table", "Supply these.\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|title|String|Required. The title.|\n|tags|String collection|Optional.|\n", "", false, false,
			[]string{"13 title Edm.String required", "14 tags Edm.String[]"},
		},
		{
			"required column", "|Property|Type|Required?|Description|\n|:--|:--|:--|:--|\n|title|String|Yes|x|\n|tags|String|No|x|\n", "", false, false,
			[]string{"11 title Edm.String required", "12 tags Edm.String"},
		},
		{"Chinese", "请勿提供此方法的请求正文。\n", "", false, true, nil},
		{"Chinese, later in the sentence", "对于此方法，请勿提供请求正文。\n", "", false, true, nil},
		{"Portuguese", "Para este método, não forneça um corpo de solicitação.\n", "", false, true, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			op, _ := operation(t, head+tt.body)
			if (op.Body == nil) != tt.none {
				t.Fatalf("body %+v", op.Body)
			}
			if tt.none {
				return
			}
			if op.Body.Type.Name != tt.typ || op.Body.Type.Collection != tt.list || op.Body.ContentType != "application/json" {
				t.Errorf("%+v", op.Body)
			}
			if d := cmp.Diff(tt.props, props(op.Body.Properties)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestResponses(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"If successful, this method returns a `200 OK` response code and a collection of [book](../resources/book.md) objects in the response body.", []string{"200 lib.book[]"}},
		{"If successful, this method returns `204 No Content` response code. It does not return anything.", []string{"204 "}},
		{"Returns `201 Created` and a **book** object, or `202 Accepted`; else 404 Not Found. Up to 500 items.", []string{"201 lib.book", "202 ", "404 "}},
		{"如果成功，此方法返回 `200 OK` 响应代码和 [book](../resources/book.md) 对象。", []string{"200 lib.book"}},
		{"如果成功，此方法返回 `200 OK` 响应代码和 [book](../resources/book.md) 对象集合。", []string{"200 lib.book[]"}},
		{"Se bem-sucedido, este método retorna o código de resposta `200 OK` e uma coleção de objetos [book](../resources/book.md).", []string{"200 lib.book[]"}},
		{"Ask for 100 books.", nil},
		{"The errors to expect are the 400, 403, 404, and 409 responses.", []string{"400 ", "403 ", "404 ", "409 "}},
		{"Returns 200 or 204; the codes 401, 403 and 404 mean that you may not.", []string{"200 ", "204 ", "401 ", "403 ", "404 "}},
		{"Returns 400 (bad request), 404 (not found) or 422 unprocessable content.", []string{"400 ", "404 ", "422 "}},
		{"HTTP 410 when it is gone; an error 409. Otherwise `207`.", []string{"410 ", "409 ", "207 "}},
		{"Returns up to 200. The size of 202 is not exceeded, nor are 300 and 404 books.", nil},
		{"They do not apply to Office 365 and Airliner 404 and Boat 201.", nil},
		{"Der Statuscode 404 oder 409.", []string{"404 ", "409 "}},
		{"It costs 200.50 or 1,200 or 404% or $200 or /200/ or 2.200.", nil},
		{"- 200: the book\n- 404: no book", []string{"200 ", "404 "}},
		{"Returns `200 OK` and a collection [book](../resources/book.md) item.", []string{"200 lib.book[]"}},
		{"Returns `200 OK` and [book](../resources/book.md) objects.", []string{"200 lib.book[]"}},
		{"### 200 OK\nReturns a [book](../resources/book.md).\n\n### HTTP 404\nThere is none.", []string{"200 lib.book", "404 "}},
		{"|Name|Type|Description|\n|:--|:--|:--|\n|201 Created| |Done|\n|404 Not Found|Error|None|", []string{"201 ", "404 "}},
		{"|Code|Type|\n|:--|:--|\n|`200`|[book](../resources/book.md) collection|\n|Default|Error|", []string{"200 lib.book[]"}},
		{"|Size|Price|\n|:--|:--|\n|small|200|\n|large|300 crowns|", nil},
		{"Returns a [book](../resources/book.md).", []string{"0 lib.book"}},
	}
	for _, tt := range tests {
		op, _ := operation(t, "# Get\nNamespace: lib\n## HTTP request\n## Response\n"+tt.text+"\n")
		var got []string
		for _, r := range op.Responses {
			s := fmt.Sprintf("%d %s", r.Status, r.Type.Name)
			if r.Type.Collection {
				s += "[]"
			}
			got = append(got, s)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s\n%s", tt.text, d)
		}
	}
}

func TestResponseBodies(t *testing.T) {
	for text, want := range map[string]string{
		"Returns `204 No Content`.": "204 ",
		"Returns `200 OK`. It does not return anything in the response body.":                       "200 none",
		"Returns `200 OK`.\n\nThe response body is empty.":                                          "200 none",
		"Returns `200 OK` and the PDF in the response body.":                                        "200 binary",
		"Returns `200 OK`. The file is moved.":                                                      "200 ",
		"Returns `200 OK` and a link to the file in the response body.":                             "200 json",
		"Returns `200 OK` and a JSON object.":                                                       "200 json",
		"This request returns the script as text.":                                                  "0 binary",
		"Returns `200 OK` and a [book](../resources/book.md) in the response body.":                 "200 ",
		"Returns `202 Accepted` and the profile.\n\nThe response has a header.":                     "202 ",
		"Returns `200 OK` and the book in the response body.\n\nReturns `404 Not Found` otherwise.": "200 json, 404 ",
	} {
		op, _ := operation(t, "# Get\n## HTTP request\n## Response\n"+text+"\n")
		var got []string
		for _, r := range op.Responses {
			got = append(got, fmt.Sprintf("%d %s", r.Status, r.Body))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s\ngot %s, want %s", text, s, want)
		}
	}
}

// The statuses of examples count when the section has none, or only those of another
// step.
func TestResponsesOfExamples(t *testing.T) {
	call := "## HTTP request\n```http\nPOST /books\n```\n"
	example := func(request, status string) string {
		return "### Request\n```http\n" + request + "\n```\n### Response\n```http\nHTTP/1.1 " + status + "\n```\n"
	}
	mine, step := "POST https://h.example/v1.0/books", "PUT https://upload.example/5"
	for page, want := range map[string]string{
		call + "## Response\nReturns a [book](../resources/book.md).\n## Example\n" + example(mine, "201 Created"):                         "201 lib.book",
		call + "## Response\nReturns it.\n## Example\n" + example(step, "202 Accepted") + example(mine, "201 Created"):                     "201 ",
		call + "## Response\nReturns `200 OK`.\n## Example\n" + example(mine, "201 Created"):                                               "200 ",
		call + "## Response\n404 Not Found.\n## Example\n" + example(mine, "201 Created"):                                                  "201 , 404 ",
		"## Start\n#" + call + "### Response\nReturns a [book](../resources/book.md).\n## Send\n### Example\n```http\n" + step + "\n```\n": "0 lib.book",
		"## Start\n#" + call + example(mine, "200 OK") + "## Send\n" + example(step, "202 Accepted") + "With `202 Accepted` send more.\n":  "200 ",
	} {
		op, _ := operation(t, "# Add\nNamespace: lib\n"+page)
		var got []string
		for _, r := range op.Responses {
			got = append(got, fmt.Sprintf("%d %s", r.Status, r.Type.Name))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s\ngot %s, want %s", page, s, want)
		}
	}
}
