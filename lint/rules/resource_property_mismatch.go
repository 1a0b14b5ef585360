package rules

import (
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/validate"
)

var resourcePropertyMismatch = &lint.Rule{
	Code:     diag.ResourcePropertyMismatch,
	Severity: diag.Warning,
	Manual: `
The tables and the JSON representation of a type do not have the same properties.

A property that is only in the JSON has no description. A property that is only
in the table was probably forgotten in the JSON. Add it, or remove it from the
other. The tables of base types and of the type's other pages count too.
Relationships need not be in the JSON.
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
				onlyInJSON(p, r, &b)
				onlyInTable(p, r, &b)
			}
		}
	},
}

// onlyInJSON reports properties of the JSON that are in no table.
func onlyInJSON(p *lint.TreePass, r *ir.Resource, b *lint.Body) {
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
			hint = fmt.Sprintf("; did you mean %q?", near.Name)
		}
		p.Report(b.Place(m.NameStart, m.NameEnd), "the property %q is in the JSON representation, but in no table of the type%s", m.Name, hint)
	}
}

// onlyInTable reports properties that are in a table but not in the JSON. It ignores
// letter case, because onlyInJSON reports that difference.
func onlyInTable(p *lint.TreePass, r *ir.Resource, b *lint.Body) {
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
	own := tablesOf(r, shown)
	for _, prop := range missing {
		if len(own) == 0 || own[prop.Table] {
			at, _ := prop.NameAt.In(prop.At, prop.Name)
			p.Report(at, "the property %q is in the table, but not in the JSON representation", prop.Name)
		}
	}
}

// tablesOf returns the tables that share a property with the JSON. Other tables
// of a page may document the content of a property
// (v1.0/resources/tokenissuancepolicy.md).
func tablesOf(r *ir.Resource, shown map[string]bool) map[int32]bool {
	own := map[int32]bool{}
	for i := range r.Properties {
		if prop := &r.Properties[i]; shown[strings.ToLower(prop.Name)] {
			own[prop.Table] = true
		}
	}
	return own
}
