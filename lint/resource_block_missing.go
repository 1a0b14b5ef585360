package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

var resourceBlockMissing = &Rule{
	Code:     diag.ResourceBlockMissing,
	Severity: diag.Warning,
	Manual: `
A page of a type with neither a property table nor a JSON representation.

mdwire makes a type without fields from it.
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
	Complete: true,
	Page: func(p *Pass) {
		if r := p.Resource; r != nil && !showsType(r) && isTypeTitle(r.Title) {
			p.report(p.titleSpan(), "the page of a type has neither a property table nor a JSON representation nor members")
		}
	},
}

// showsType reports whether a page says anything of the type that it documents.
func showsType(r *ir.Resource) bool {
	return r.JSON != nil || len(r.Properties)+len(r.Relationships)+len(r.Members)+len(r.Enums) > 0
}

// isTypeTitle tells types from the overviews that are filed among them.
func isTypeTitle(title string) bool { return strings.HasSuffix(strings.ToLower(title), " type") }
