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
A row of a property table that misses something or stands there twice.

A row without a type or a description, a name with blanks in it, and a second
row for the same name leave open what is meant.
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
		if p.Resource != nil {
			propertyRows(p, p.Resource.Properties)
			propertyRows(p, p.Resource.Relationships)
		}
		if p.Operation != nil && p.Operation.Body != nil {
			propertyRows(p, p.Operation.Body.Properties)
		}
	},
}

func propertyRows(p *lint.Pass, props []ir.Property) {
	type row struct {
		table *page.Table
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
		name := nameIn(p, &r.Cells[0], prop.Name)
		if strings.ContainsAny(prop.Name, " \t") {
			p.Report(name, "the name %q has a blank in it", prop.Name)
		}
		if first, twice := seen[row{t, prop.Name}]; twice {
			p.Report(name, "%q has a row in this table already", prop.Name).Related = []diag.Related{{At: first, Message: "the first one"}}
			continue
		}
		seen[row{t, prop.Name}] = p.Range(name)
	}
}

// emptyDescription looks at a row that has all cells. One that has fewer is a
// matter of table-column-count.
func emptyDescription(p *lint.Pass, t *page.Table, r *page.Row, prop *ir.Property) {
	for i := range t.Header {
		if i >= len(r.Cells) || r.Cells[i].Text != "" || !strings.EqualFold(strings.TrimSpace(t.Header[i].Text), "description") {
			continue
		}
		if !r.Short {
			p.Report(r.Cells[i].Span, "the row of %q has no description", prop.Name)
		}
	}
}

// nameIn returns the place of a name in its cell, the cell's where it is
// written otherwise there.
func nameIn(p *lint.Pass, c *page.Cell, name string) page.Span {
	if i := strings.Index(p.Raw(c.Span), name); i >= 0 {
		return page.Span{Start: c.Span.Start + i, End: c.Span.Start + i + len(name)}
	}
	return c.Span
}
