package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/vocab"
)

var propertyTypeUnresolved = &lint.Rule{
	Code:     diag.PropertyTypeUnresolved,
	Severity: diag.Error,
	Manual: `
No page documents the type of a property.

The name is not a primitive type, not a type of the version and not an enum on
one of its pages. Often the link leads to a page with another name, or the type
was renamed. Correct the name, or document the type. If the cell links to an
existing page, nothing is reported.
`,
	Bad: `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|manager|«managr»|The manager.|

-- api-reference/v1.0/resources/manager.md --
# manager resource type

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
|manager|[user](user.md)|The manager.|
`,
	Tree: func(p *lint.TreePass) {
		known := typeNames(p)
		for i := range p.Spec.Resources {
			r := &p.Spec.Resources[i]
			unresolved(p, known, r.Version, r.File, r.Properties)
			unresolved(p, known, r.Version, r.File, r.Relationships)
		}
		for i := range p.Spec.Operations {
			if op := &p.Spec.Operations[i]; op.Body != nil {
				unresolved(p, known, op.Version, op.File, op.Body.Properties)
			}
		}
	},
}

// typeNames returns the names of all documented types and enums, in lower case
// and without namespaces, by version. Pages without a version know all names, and all
// versions know theirs.
func typeNames(p *lint.TreePass) map[versionedName]bool {
	known := map[versionedName]bool{}
	versions := p.Spec.Versions()
	add := func(version, name string) {
		name = strings.ToLower(vocab.LastPart(name))
		known[versionedName{version, name}] = true
		if len(versions) > 1 && versions[0] == "" {
			known[versionedName{"", name}] = true
			for i := 1; version == "" && i < len(versions); i++ {
				known[versionedName{versions[i], name}] = true
			}
		}
	}
	for i := range p.Spec.Resources {
		r := &p.Spec.Resources[i]
		add(r.Version, r.Name)
		for _, e := range r.Enums {
			add(r.Version, e.Name)
		}
	}
	return known
}

func unresolved(p *lint.TreePass, known map[versionedName]bool, version, file string, props []ir.Property) {
	for i := range props {
		prop := &props[i]
		name := prop.Type.Name
		short := vocab.LastPart(name)
		if name == "" || strings.HasPrefix(name, "Edm.") || known[versionedName{version, strings.ToLower(short)}] || len(prop.Values) > 0 {
			continue
		}
		// Without a place, the name does not come from the cell.
		if at, ok := prop.TypeAt.In(prop.At, short); ok && !isLinked(p, prop) {
			p.Report(at, "no page documents the type %q of the property %q%s", short, prop.Name, nearType(p, known, version, short)).SetPage(file)
		}
	}
}

// nearType returns the end of the message: a suggestion for a misspelled name.
func nearType(p *lint.TreePass, known map[versionedName]bool, version, short string) string {
	var names []string
	for i := range p.Spec.Resources {
		if r := &p.Spec.Resources[i]; r.Version == version {
			names = append(names, vocab.LastPart(r.Name))
		}
	}
	return diag.DidYouMean(short, names)
}

// isLinked reports whether a property's type links to an existing file, whatever
// that file documents, or to a place outside the tree.
func isLinked(p *lint.TreePass, prop *ir.Property) bool {
	if prop.TypeLink == "" {
		return false
	}
	file, _, ok := lint.Locate(prop.At.Path, prop.TypeLink)
	return !ok || p.Files.Find(file) != ""
}

// versionedName is the name of a type in lower case, without its namespace.
type versionedName struct{ version, name string }
