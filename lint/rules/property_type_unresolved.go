package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var propertyTypeUnresolved = &lint.Rule{
	Code:     diag.PropertyTypeUnresolved,
	Severity: diag.Error,
	Manual: `
A property of a type that no page documents.

Neither a primitive type, nor a page of the version, nor a list of members on one
of its pages has the name. Often the link leads to a page of another name, or the
type was renamed. Links to pages that are there are no finding.
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

// typeNames returns the last parts of the names of all documented types and
// enums, in lower case, by version.
func typeNames(p *lint.TreePass) map[versionedName]bool {
	known := map[versionedName]bool{}
	add := func(version, name string) {
		known[versionedName{version, strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])}] = true
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
		short := name[strings.LastIndexByte(name, '.')+1:]
		if name == "" || strings.HasPrefix(name, "Edm.") || known[versionedName{version, strings.ToLower(short)}] || len(prop.Values) > 0 {
			continue
		}
		at, linked := typePlace(p, prop, short)
		if !linked {
			p.Report(at, "no page documents the type %q of %q%s", short, prop.Name, nearType(p, known, version, short)).Page = pageUnless(file, at.Path)
		}
	}
}

func pageUnless(file, at string) string {
	if file == at {
		return ""
	}
	return file
}

// nearType is the end of a message about a mistyped name.
func nearType(p *lint.TreePass, known map[versionedName]bool, version, short string) string {
	var names []string
	for i := range p.Spec.Resources {
		if r := &p.Spec.Resources[i]; r.Version == version {
			names = append(names, r.Name[strings.LastIndexByte(r.Name, '.')+1:])
		}
	}
	return diag.DidYouMean(short, names)
}

// typePlace returns the place of a property's type; linked tells that the cell
// links to a file that is there, whatever that documents.
func typePlace(p *lint.TreePass, prop *ir.Property, short string) (at diag.Range, linked bool) {
	pg := p.Page(prop.At.Path)
	if pg == nil {
		return prop.At, false
	}
	_, row := pg.TableAt(prop.At)
	if row == nil {
		return prop.At, false
	}
	for i := 1; i < len(row.Cells); i++ {
		c := &row.Cells[i]
		k := strings.Index(strings.ToLower(pg.Raw(c.Span)), strings.ToLower(short))
		if k < 0 {
			continue
		}
		for _, l := range pg.Links[c.Links.Start:c.Links.End] {
			if file, _, ok := pg.Locate(l.Dest); !ok || pg.Files.Find(file) != "" {
				linked = true
			}
		}
		return pg.Range(page.Span{Start: c.Span.Start + k, End: c.Span.Start + k + len(short)}), linked
	}
	return prop.At, true // the name was read from elsewhere than the cell
}

// versionedName is the name of a type in lower case, without its namespace.
type versionedName struct{ version, name string }
