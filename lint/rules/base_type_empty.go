package rules

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var baseTypeEmpty = &lint.Rule{
	Code:     diag.BaseTypeEmpty,
	Severity: diag.Warning,
	Manual: `
A resource annotation has an empty base type.

''"baseType": ""'' looks as if the name of the base type was forgotten. Add the
name, or remove the key if the type has no base type.
`,
	Bad: `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.user", "baseType": «""» } -->
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
		for i := range p.Blocks {
			n := p.Blocks[i].Note
			if n == nil || !n.JSON || !strings.Contains(n.Text, "baseType") {
				continue
			}
			if m := emptyBase.FindStringSubmatchIndex(p.Raw(n.Body)); m != nil {
				d := p.Report(page.Span{Start: n.Body.Start + m[2], End: n.Body.Start + m[3]}, "\"baseType\" is empty; add the name of the base type or remove the key")
				p.RemoveMember(d, n, "baseType")
			}
		}
	},
}

var emptyBase = regexp.MustCompile(`"baseType"\s*:\s*("\s*")`)
