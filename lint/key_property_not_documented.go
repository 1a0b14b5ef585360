package lint

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

var keyPropertyNotDocumented = &Rule{
	Code:     diag.KeyPropertyNotDocumented,
	Severity: diag.Info,
	Manual: `
A key property that the type's table does not have.

''keyProperty'' in the comment says which property tells objects apart. Readers
look it up in the table of the type or of its base.
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
	Tree: func(p *TreePass) {
		for i := range p.Spec.Resources {
			r := &p.Spec.Resources[i]
			if r.KeyProperty == "" || len(r.Properties) == 0 {
				continue
			}
			if s := p.shape(r.Version, r.Name); s != nil && s.props[r.KeyProperty] == nil && !s.incomplete {
				p.report(p.keyPlace(r), "the key property %q is in no table of the type", r.KeyProperty)
			}
		}
	},
}

// keyPlace returns where a type's page states the key.
func (p *TreePass) keyPlace(r *ir.Resource) diag.Range {
	pg := p.page(r.File)
	if pg == nil {
		return r.At
	}
	for _, c := range pg.comments() {
		if m := c.root.member("keyProperty"); m != nil && c.text("keyProperty") == r.KeyProperty {
			return pg.Range(c.at(m.start, m.end))
		}
	}
	return r.At
}
