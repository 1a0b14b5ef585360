package rules

import (
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/validate"
)

var resourcePropertyMismatch = &lint.Rule{
	Code:     diag.ResourcePropertyMismatch,
	Severity: diag.Warning,
	Manual: `
A type's JSON and its tables that do not show the same properties.

A property of the JSON that no table has is not explained; one of the table that
the JSON lacks was forgotten in one of the two. The tables of base types, and of
the type's other pages, count. Relationships need not stand in the JSON.
`,
	Bad: `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|«age»|Int32|In years.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.user" } -->
'''json
{
  "id": "String",
  «"displayName"»: "String"
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

## Relationships

|Relationship|Type|Description|
|:---|:---|:---|
|manager|[user](user.md)|The manager.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.user" } -->
'''json
{
  "id": "String"
}
'''
`,
	Tree: func(p *lint.TreePass) {
		for i := range p.Spec.Resources {
			r := &p.Spec.Resources[i]
			if r.JSON == nil || len(r.Properties) == 0 || r.IsEnum() || r.JSON.At.Path != r.File {
				continue
			}
			if b, ok := lint.ReadBody(r.JSON); ok && b.Root.Kind == validate.Object && len(b.Root.Values) > 0 {
				untabled(p, r, &b)
				unshown(p, r, &b)
			}
		}
	},
}

// untabled reports what the JSON shows and no table has.
func untabled(p *lint.TreePass, r *ir.Resource, b *lint.Body) {
	d := p.Types().Documented(r.Version, r.Name)
	if d == nil || !d.Complete() {
		return
	}
	for i := range b.Root.Values {
		m := &b.Root.Values[i]
		if d.Row(m.Name) != nil || validate.IsAnnotation(m.Name) || m.Name == "" {
			continue
		}
		hint := ""
		if near := d.RowInAnyCase(m.Name); near != nil {
			hint = fmt.Sprintf("; the table has %q", near.Name)
		}
		p.Report(p.Place(b, m.NameStart, m.NameEnd), "%q stands in the JSON and in no table of the type%s", m.Name, hint)
	}
}

// unshown reports the rows that the JSON lacks. One that differs by case
// alone was told already.
func unshown(p *lint.TreePass, r *ir.Resource, b *lint.Body) {
	shown := map[string]bool{}
	for i := range b.Root.Values {
		shown[strings.ToLower(b.Root.Values[i].Name)] = true
	}
	var missing []*ir.Property
	for i := range r.Properties {
		prop := &r.Properties[i]
		if !shown[strings.ToLower(prop.Name)] && !validate.IsAnnotation(prop.Name) && prop.Type.Name != "Edm.Stream" {
			missing = append(missing, prop)
		}
	}
	if len(missing) == 0 {
		return
	}
	own := tablesOf(p, r, shown)
	for _, prop := range missing {
		if len(own) == 0 || own[tableAt(p, prop)] {
			p.Report(namePlace(p, prop), "%q stands in the table and not in the type's JSON", prop.Name)
		}
	}
}

// tablesOf returns the tables of which the JSON shows a row. A further table of
// the page documents what is within a property
// (v1.0/resources/tokenissuancepolicy.md).
func tablesOf(p *lint.TreePass, r *ir.Resource, shown map[string]bool) map[*page.Table]bool {
	own := map[*page.Table]bool{}
	for i := range r.Properties {
		if prop := &r.Properties[i]; shown[strings.ToLower(prop.Name)] {
			own[tableAt(p, prop)] = true
		}
	}
	return own
}

func tableAt(p *lint.TreePass, prop *ir.Property) *page.Table {
	pg := p.Page(prop.At.Path)
	if pg == nil {
		return nil
	}
	t, _ := pg.TableAt(prop.At)
	return t
}

// namePlace returns the place of a property's name in its row.
func namePlace(p *lint.TreePass, prop *ir.Property) diag.Range {
	pg := p.Page(prop.At.Path)
	if pg == nil {
		return prop.At
	}
	s := page.Span{Start: prop.At.Start.Offset, End: prop.At.End.Offset}
	if i := strings.Index(pg.Raw(s), prop.Name); i >= 0 {
		return pg.Range(page.Span{Start: s.Start + i, End: s.Start + i + len(prop.Name)})
	}
	return prop.At
}
