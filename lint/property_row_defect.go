package lint

import "github.com/mdwire/mdwire/diag"

// Reported by the parser.
var propertyRowDefect = &Rule{
	Name:     "property-row-defect",
	Severity: diag.Warning,
	Manual: `
A row of a property table that misses something or stands there twice.

A row without a type, a name with blanks in it, and a second row for the same
name leave open what is meant.
`,
	Bad: `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|name|«»|The name.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.user" } -->
'''json
{
  "id": "String"
}
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

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.user" } -->
'''json
{
  "id": "String"
}
'''
`,
}
