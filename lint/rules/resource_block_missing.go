package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var resourceBlockMissing = &lint.Rule{
	Code:     diag.ResourceBlockMissing,
	Severity: diag.Warning,
	Manual: `
A type page has neither a property table nor a JSON representation.

mdwire generates a type without fields from the page. Other pages refer to the
type by the name that the table or the JSON representation declares, so without
them the page's type cannot be named. Add the table or the JSON representation.
`,
	Bad: `
-- api-reference/v1.0/resources/user.md --
---
doc_type: resourcePageType
---

«# user resource type»

Somebody.
`,
	Good: `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.user" } -->
'''json
{
  "id": "String"
}
'''
`,
}
