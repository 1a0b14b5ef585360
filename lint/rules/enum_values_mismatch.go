package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/vocab"
)

var enumValuesMismatch = &lint.Rule{
	Code:     diag.EnumValuesMismatch,
	Severity: diag.Warning,
	Manual: `
The values in the description of a property are not those of its enum.

The description lists possible values, and the table of the enum lists its
members. A value that only the description has is missing from the table or
misspelled. Readers of the description do not learn about a member that only the
table has. Correct the list that is wrong.
`,
	Bad: `
-- api-reference/v1.0/resources/bed.md --
# bed resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|light|[«bedLight»](#bedlight-values)|The light. Possible values are: ''sun'', ''dusk''.|

### bedLight values

|Member|Description|
|:---|:---|
|sun|Sun.|
|shade|Shade.|
`,
	Good: `
-- api-reference/v1.0/resources/bed.md --
# bed resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|light|[bedLight](#bedlight-values)|The light. Possible values are: ''sun'', ''shade''.|

### bedLight values

|Member|Description|
|:---|:---|
|sun|Sun.|
|shade|Shade.|
|unknownFutureValue|Evolvable enumeration sentinel value.|
`,
	Tree: func(p *lint.TreePass) {
		enums := enumMembers(p.Spec)
		for i := range p.Spec.Resources {
			r := &p.Spec.Resources[i]
			compareValues(p, enums, r.Version, r.Properties)
		}
		for i := range p.Spec.Operations {
			if op := &p.Spec.Operations[i]; op.Body != nil {
				compareValues(p, enums, op.Version, op.Body.Properties)
			}
		}
	},
}

// enumKey is the version and the qualified name of an enum.
type enumKey struct{ version, name string }

// sentinel is a member for values of later versions. Some pages do not list it.
const sentinel = "unknownFutureValue"

// enumMembers returns the members of all enums by version and name. Of an enum on
// several pages it has all members.
func enumMembers(spec *ir.Spec) map[enumKey][]ir.Member {
	enums := map[enumKey][]ir.Member{}
	for i := range spec.Resources {
		r := &spec.Resources[i]
		if r.IsEnum() {
			key := enumKey{r.Version, r.Name}
			enums[key] = append(enums[key], r.Members...)
		}
		for _, e := range r.Enums {
			key := enumKey{r.Version, e.Name}
			enums[key] = append(enums[key], e.Members...)
		}
	}
	return enums
}

func compareValues(p *lint.TreePass, enums map[enumKey][]ir.Member, version string, props []ir.Property) {
	for i := range props {
		prop := &props[i]
		members := enums[enumKey{version, prop.Type.Name}]
		if len(members) == 0 || len(prop.Values) == 0 {
			continue
		}
		unknown := slices.DeleteFunc(slices.Clone(prop.Values), func(v string) bool {
			return v == "null" || strings.EqualFold(v, sentinel) ||
				slices.ContainsFunc(members, func(m ir.Member) bool { return strings.EqualFold(m.Name, v) || m.Value == v })
		})
		if len(unknown) == 0 {
			continue
		}
		short := vocab.LastPart(prop.Type.Name)
		at, _ := prop.TypeAt.In(prop.At, short)
		p.Report(at, "the description of %q lists %s, which the table of %q does not have%s", prop.Name, quotedList(unknown), short, onlyMembers(members, prop.Values))
	}
}

// onlyMembers returns the end of the message: the members that a description does not
// list, except the sentinel of enums that may grow.
func onlyMembers(members []ir.Member, values []string) string {
	var only []string
	for _, m := range members {
		listed := slices.ContainsFunc(values, func(v string) bool { return strings.EqualFold(m.Name, v) })
		if !listed && m.Name != sentinel && !slices.Contains(only, m.Name) {
			only = append(only, m.Name)
		}
	}
	if len(only) == 0 {
		return ""
	}
	return "; only the table has " + quotedList(only)
}

// maxListed limits the names that a message lists.
const maxListed = 5

func quotedList(names []string) string {
	var parts []string
	for _, n := range names[:min(len(names), maxListed)] {
		parts = append(parts, fmt.Sprintf("%q", n))
	}
	if len(names) > maxListed {
		parts = append(parts, "…")
	}
	return strings.Join(parts, ", ")
}
