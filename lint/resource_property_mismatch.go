package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

var resourcePropertyMismatch = &Rule{
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
	Tree: func(p *TreePass) {
		for i := range p.Spec.Resources {
			r := &p.Spec.Resources[i]
			if r.JSON == nil || len(r.Properties) == 0 || r.IsEnum() || r.JSON.At.Path != r.File {
				continue
			}
			if b, ok := readBody(r.JSON); ok && b.root.kind == '{' && len(b.root.kids) > 0 {
				p.untabled(r, &b)
				p.unshown(r, &b)
			}
		}
	},
}

// untabled reports what the JSON shows and no table has.
func (p *TreePass) untabled(r *ir.Resource, b *body) {
	s := p.shape(r.Version, r.Name)
	if s == nil || s.incomplete {
		return
	}
	for i := range b.root.kids {
		m := &b.root.kids[i]
		if s.props[m.key] != nil || annotates(m.key) || m.key == "" {
			continue
		}
		hint := ""
		if near := s.tabled(m.key); near != "" {
			hint = "; the table has \"" + near + "\""
		}
		p.report(p.place(b, m.keyStart, m.keyEnd), "%q stands in the JSON and in no table of the type%s", m.key, hint)
	}
}

// tabled returns the spelling of a property in the tables, "" for none.
func (s *shape) tabled(name string) string {
	if have := s.folded(name); s.props[have] != nil {
		return have
	}
	return ""
}

// unshown reports the rows that the JSON lacks. One that differs by case
// alone was told already.
func (p *TreePass) unshown(r *ir.Resource, b *body) {
	shown := map[string]bool{}
	for _, k := range b.root.kids {
		shown[strings.ToLower(k.key)] = true
	}
	var missing []*ir.Property
	for i := range r.Properties {
		prop := &r.Properties[i]
		if !shown[strings.ToLower(prop.Name)] && !annotates(prop.Name) && prop.Type.Name != "Edm.Stream" {
			missing = append(missing, prop)
		}
	}
	if len(missing) == 0 {
		return
	}
	own := p.tablesOf(r, shown)
	for _, prop := range missing {
		if len(own) == 0 || own[p.tableAt(prop)] {
			p.report(p.namePlace(prop), "%q stands in the table and not in the type's JSON", prop.Name)
		}
	}
}

// tablesOf returns the tables of which the JSON shows a row. A further table of
// the page documents what is within a property
// (v1.0/resources/tokenissuancepolicy.md).
func (p *TreePass) tablesOf(r *ir.Resource, shown map[string]bool) map[*page.Table]bool {
	own := map[*page.Table]bool{}
	for i := range r.Properties {
		if prop := &r.Properties[i]; shown[strings.ToLower(prop.Name)] {
			own[p.tableAt(prop)] = true
		}
	}
	return own
}

func (p *TreePass) tableAt(prop *ir.Property) *page.Table {
	pg := p.page(prop.At.Path)
	if pg == nil {
		return nil
	}
	t, _ := pg.tableOf(prop.At)
	return t
}

// namePlace returns the place of a property's name in its row.
func (p *TreePass) namePlace(prop *ir.Property) diag.Range {
	pg := p.page(prop.At.Path)
	if pg == nil {
		return prop.At
	}
	s := page.Span{Start: prop.At.Start.Offset, End: prop.At.End.Offset}
	if i := strings.Index(pg.Raw(s), prop.Name); i >= 0 {
		return pg.Range(page.Span{Start: s.Start + i, End: s.Start + i + len(prop.Name)})
	}
	return prop.At
}
