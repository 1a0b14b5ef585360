package rules

import (
	"path"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var resourceDefinedTwice = &lint.Rule{
	Code:     diag.ResourceDefinedTwice,
	Severity: diag.Info,
	Manual: `
Two pages of a version document the same type.

Readers find only one of them. mdwire combines both; where they differ, the
first page counts. Merge the pages, or correct the type's name on one of them.
`,
	Bad: `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|

-- api-reference/v1.0/resources/users.md --
«# user resource type»

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
`,
	Good: `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
`,
	Tree: func(p *lint.TreePass) {
		type typeKey struct{ version, name string }
		first := map[typeKey]*ir.Resource{}
		for i := range p.Spec.Resources {
			r := &p.Spec.Resources[i]
			key := typeKey{r.Version, r.Name}
			have := first[key]
			if have == nil || r.Name == "" {
				first[key] = r
				continue
			}
			d := p.Report(r.At, "the type %q is already documented in %s", r.Name, path.Base(have.File))
			d.Related = []diag.Related{{At: have.At, Message: "the other page is here"}}
		}
	},
}
