package rules

import (
	"cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var keyPropertyNotDocumented = &lint.Rule{
	Code:     diag.KeyPropertyNotDocumented,
	Severity: diag.Info,
	Manual: `
The key property of a type is not in the type's tables.

''keyProperty'' in the annotation names the property that identifies an object.
Readers look it up in the table of the type or of its base type. Add a row for
it, or correct the name.
`,
	Bad: `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|displayName|String|The name.|

## JSON representation

<!-- { "blockType": "resource", "keyProperty": «"id"», "@odata.type": "microsoft.graph.user" } -->
'''json
{ "displayName": "String" }
'''
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

<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.user" } -->
'''json
{ "id": "String" }
'''
`,
	Tree: func(p *lint.TreePass) {
		for i := range p.Spec.Resources {
			r := &p.Spec.Resources[i]
			if r.KeyProperty == "" || len(r.Properties) == 0 {
				continue
			}
			if d := p.Types().Documented(r.Version, r.Name); d != nil && d.Row(r.KeyProperty) == nil && d.Complete() {
				p.Report(cmp.Or(r.KeyAt, r.At), "no table of the type documents the key property %q", r.KeyProperty)
			}
		}
	},
}
