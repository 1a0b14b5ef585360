package lint

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// The parser reports what it can make no type of.
var propertyTypeMalformed = &Rule{
	Code:     diag.PropertyTypeMalformed,
	Severity: diag.Warning,
	Manual: `
A property type that names no type.

"string (url)" and "a or b" leave it to the reader what is sent. Write the type
alone and the rest in the description.
`,
	Bad: `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|«a or b»|The key.|

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
	Page: func(p *Pass) {
		if p.Resource != nil {
			p.typeCells(p.Resource.Properties)
			p.typeCells(p.Resource.Relationships)
		}
		if p.Operation != nil && p.Operation.Body != nil {
			p.typeCells(p.Operation.Body.Properties)
		}
	},
}

// withRemark is a type with a remark behind it: "string (url)".
var withRemark = regexp.MustCompile(`^\w+ +\(.*\)$`)

func isSeveral(typ string) bool {
	return strings.Contains(typ, " or ") || strings.HasSuffix(typ, ")") && withRemark.MatchString(typ)
}

func (p *Pass) typeCells(props []ir.Property) {
	for i := range props {
		t, row := p.tableOf(props[i].At)
		if t == nil {
			continue
		}
		for k := range t.Header {
			if k < len(row.Cells) && strings.EqualFold(t.Header[k].Text, "type") && isSeveral(row.Cells[k].Text) {
				p.report(row.Cells[k].Span, "the type %q of %q is no type's name", row.Cells[k].Text, props[i].Name)
			}
		}
	}
}
