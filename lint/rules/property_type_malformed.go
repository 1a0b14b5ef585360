package rules

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

// The parser reports what it can make no type of.
var propertyTypeMalformed = &lint.Rule{
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
	Page: func(p *lint.Pass) {
		if p.Resource != nil {
			typeCells(p, p.Resource.Properties)
			typeCells(p, p.Resource.Relationships)
		}
		if p.Operation != nil && p.Operation.Body != nil {
			typeCells(p, p.Operation.Body.Properties)
		}
	},
}

// withRemark is a type with a remark behind it: "string (url)".
var withRemark = regexp.MustCompile(`^\w+ +\(.*\)$`)

func isSeveral(typ string) bool {
	return strings.Contains(typ, " or ") || strings.HasSuffix(typ, ")") && withRemark.MatchString(typ)
}

func typeCells(p *lint.Pass, props []ir.Property) {
	for i := range props {
		t, row := p.TableAt(props[i].At)
		if t == nil {
			continue
		}
		for k := range t.Header {
			if k < len(row.Cells) && strings.EqualFold(t.Header[k].Text, "type") && isSeveral(row.Cells[k].Text) {
				p.Report(row.Cells[k].Span, "the type %q of %q is no type's name", row.Cells[k].Text, props[i].Name)
			}
		}
	}
}
