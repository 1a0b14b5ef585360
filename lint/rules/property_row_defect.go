package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

// The parser reports rows without a type or a name.
var propertyRowDefect = &lint.Rule{
	Code:     diag.PropertyRowDefect,
	Severity: diag.Warning,
	Manual: `
A row of a property table is incomplete or a duplicate.

A row needs a type, a description and a name without spaces. With two rows for
the same name, readers cannot tell which one is right. Complete the row, or
remove the duplicate.
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
|mail|String|«»|
|«given name»|String|The first name.|
|«id»|String|The key.|

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
		for i := range p.Resources {
			propertyRows(p, p.Resources[i].Properties)
			propertyRows(p, p.Resources[i].Relationships)
		}
		for i := range p.Operations {
			if body := p.Operations[i].Body; body != nil {
				propertyRows(p, body.Properties)
			}
		}
	},
}

func propertyRows(p *lint.Pass, props []ir.Property) {
	type row struct {
		table int32
		name  string
	}
	seen := make(map[row]diag.Range, len(props))
	for i := range props {
		prop := &props[i]
		t, r := p.TableAt(prop.At)
		if t == nil || len(r.Cells) == 0 {
			continue
		}
		emptyDescription(p, t, r, prop)
		name, ok := prop.NameAt.In(prop.At, prop.Name)
		if !ok { // the cell spells it differently
			name = p.Range(r.Cells[0].Span)
		}
		if strings.ContainsAny(prop.Name, " \t") {
			p.ReportAt(name, "the property name %q contains a space", prop.Name)
		}
		if first, twice := seen[row{prop.Table, prop.Name}]; twice {
			p.ReportAt(name, "the property %q is already in this table", prop.Name).Related = []diag.Related{{At: first, Message: "the first row is here"}}
			continue
		}
		seen[row{prop.Table, prop.Name}] = name
	}
}

// emptyDescription checks rows that have all cells. table-column-count reports
// the others.
func emptyDescription(p *lint.Pass, t *page.Table, r *page.Row, prop *ir.Property) {
	for i := range t.Header {
		if i >= len(r.Cells) || r.Cells[i].Text != "" || !strings.EqualFold(strings.TrimSpace(t.Header[i].Text), "description") {
			continue
		}
		if !r.Short {
			p.Report(r.Cells[i].Span, "the property %q has no description", prop.Name)
		}
	}
}
