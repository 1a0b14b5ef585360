package rules

import (
	"strings"
	"testing"

	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/samples"
)

// TestTraps checks that rules report nothing on correct pages that resemble
// faulty ones.
func TestTraps(t *testing.T) {
	for _, tt := range []struct {
		name string
		rule *lint.Rule
		page string
	}{
		{
			"an open type", examplePropertyUndocumented, `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

The names of shelves. This is an _open type_.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
` + samples.GetUser + samples.OKUser + `{"id": "1", "shelfB": true}
'''
`,
		},
		{
			"links to .mdx pages", linkDead, `
-- api-reference/v1.0/resources/shelf.mdx --
# shelf

## Properties
-- api-reference/v1.0/api/shelf-list.mdx --
# List shelves

See [shelf](../resources/shelf.mdx#properties).
`,
		},
		{
			"links without file extensions", linkDead, `
-- api-reference/v1.0/resources/shelf.mdx --
# shelf

## Properties
-- api-reference/v1.0/api/shelf-list.mdx --
# List shelves

See [shelf](../resources/shelf#properties).
`,
		},
		{
			"a batch", examplePropertyUndocumented, samples.UserType + samples.GetUser + samples.OKUser + `{"id": "1"}
'''

'''http
POST https://graph.microsoft.com/v1.0/$batch

{ "requests": [ { "id": "1", "method": "GET", "url": "/users/1" } ] }
'''

'''http
HTTP/1.1 200 OK

{ "responses": [ { "id": "1", "status": 200 } ] }
'''
`,
		},
		{
			"a stream of JSON", responseCollectionUndeclared, samples.GetUser + `
<!-- { "blockType": "response", "@odata.type": "stream" } -->
'''http
HTTP/1.1 200 OK
Content-Type: application/json

{ "value": [ { "day": "2026-01-01" } ] }
'''
`,
		},
		{
			"phrases of RFC 9110", statusReasonMismatch, samples.GetUser + `
'''http
HTTP/1.1 422 Unprocessable Content
'''

'''http
HTTP/1.1 422 Unprocessable Entity
'''

'''http
HTTP/1.1 413 Content Too Large
'''

'''http
HTTP/1.1 416 Range Not Satisfiable
'''

## Response

Returns ` + "`416 Requested Range Not Satisfiable` or `413 Payload Too Large`" + `.
`,
		},
		{
			"a directory extension", examplePropertyUndocumented, samples.UserType + samples.GetUser + samples.OKUser +
				`{"id": "1", "extension_0123456789abcdef0123456789abcdef_size": 3}
'''
`,
		},
		{
			"an object in the value property", exampleTypeMismatch, `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|value|Int32|The value.|
` + samples.GetUser + samples.OKUser + `{"value": {"@odata.type": "#microsoft.graph.user", "value": 5}}
'''
`,
		},
		{
			"a table of the content of a property", resourcePropertyMismatch, `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|definition|String|JSON, see below.|

### Properties of a definition

|Property|Type|Description|
|:---|:---|:---|
|Version|Int32|Always 1.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.user" } -->
'''json
{"definition": "String"}
'''
`,
		},
		{
			"one permission for two kinds of resource", permissionDuplicate, `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|For user: User.Read.All<br/>For group: Group.Read.All, User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
`,
		},
		{"an operation of two versions", templateDuplicate, calls("GET https://graph.microsoft.com/v1.0/users/{id}", "GET https://graph.microsoft.com/beta/users/{id}")},
		{"an alternate key", functionParameterUndocumented, calls("GET /shelves(uniqueName='{uniqueName}')", "GET /shelves(shelfId='{shelfId}')")},
		{"a remark after the JSON of an annotation", annotationInvalidJSON, calls("GET /users") + "\n<!-- { \"blockType\": \"ignored\" } // made by hand -->\n'''http\nGET /me\n'''\n"},
		{"links in the form of a website", linkDead, "\n-- api-reference/v1.0/api/user-get.md --\n---\nsource_path: x.md\n---\n# Get user\n\nGets a [user](../resources/user#more).\n\n-- api-reference/v1.0/resources/user.md --\n# user\n\n## More\n"},
		{"a block with the language of a website", codeFenceLanguage, "\n-- api-reference/v1.0/api/user-get.md --\n# Get user\n\n## Example\n\n'''msgraph\nGET https://graph.microsoft.com/v1.0/users\n'''\n"},
		{"a link in a comment", linkUnbalanced, "# A\n\nOf a [user](/user) <!--and [group](group.md)-->.\n"},
		{"an include in a skipped tab", linkUnbalanced, "# A\n\n# [HTTP](#tab/http)\na\n\n# [C#](#tab/csharp)\n[!INCLUDE [x](y.md)]\n\n---\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tree, _ := exampleTree(t, lint.ExampleText(tt.page))
			if _, findings := found(t, tt.rule, tree); len(findings) > 0 {
				t.Errorf("findings %v, want none", findings)
			}
		})
	}
}

// calls returns a page with path templates.
func calls(templates ...string) string {
	return "\n-- api-reference/v1.0/api/user-get.md --\n# Get user\n\n## HTTP request\n\n'''http\n" + strings.Join(templates, "\n") + "\n'''\n"
}
