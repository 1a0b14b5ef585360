package parser

import (
	"strings"
	"testing"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// typeText writes a type as "String[]" or "map of String", a type that is not
// understood as "?".
func typeText(t ir.TypeRef) string {
	name := strings.TrimPrefix(strings.TrimPrefix(t.Name, "Edm."), "lib.")
	if name == "" {
		name = "?"
	}
	switch {
	case t.Collection:
		return name + "[]"
	case t.Map:
		return "map of " + name
	}
	return name
}

func TestTypes(t *testing.T) {
	for cell, want := range map[string]string{
		"array of strings":                      "String[]",
		"Array of String":                       "String[]",
		"an array of integers":                  "Int32[]",
		"array of objects":                      "Untyped[]",
		"String[]":                              "String[]",
		"String[array]":                         "String[]",
		"array[string]":                         "String[]",
		"List<String>":                          "String[]",
		"List&lt;String&gt;":                    "String[]",
		"`List<String>`":                        "String[]",
		"IEnumerable<[item](item.md)>":          "item[]",
		"array of [item](item.md) resources":    "item[]",
		"A list of [item](item.md) objects.":    "item[]",
		"list of **shelf** objects":             "shelf[]",
		"array of [items](item.md)":             "items[]",
		"[item](item.md) collection":            "item[]",
		"[item](item.md) collection. Lent out":  "item[]",
		"[item](item.md) object":                "item",
		"[item](item.md)[]":                     "item[]",
		"[item resource](item.md)":              "item",
		"[collectionItem](item.md)":             "collectionItem",
		"collection [item](item.md)":            "item[]",
		"array":                                 "Untyped[]",
		"list":                                  "Untyped[]",
		"object":                                "Untyped",
		"Dictionary<string, string>":            "map of String",
		"Dictionary&lt;string, object&gt;":      "map of Untyped",
		"map<string, [item](item.md)>":          "map of item",
		"Dictionary<string, List<string>>":      "map of Untyped",
		"?integer":                              "Int32",
		"integer?":                              "Int32",
		"Nullable<int>":                         "Int32",
		"nullable string":                       "String",
		"?[item](item.md) object":               "item",
		"string, maximum size 20":               "String",
		"string in UTC date-time format":        "String",
		"lista de cadeias de caracteres":        "String[]",
		"List of loan lines":                    "?[] property-type-malformed",
		"list of name pairs":                    "?[] property-type-malformed",
		"list of string pairs":                  "?[] property-type-malformed",
		"array of arrays of [item](item.md)":    "?[] property-type-malformed",
		"one or more [item](item.md) objects":   "? property-type-malformed",
		"[item](item.md) objects":               "? property-type-malformed",
		"items, as an array of [item](item.md)": "? property-type-malformed",
		"string or array of strings":            "? property-type-malformed",
		"string or number":                      "? property-type-malformed",
		"string (array)":                        "? property-type-malformed",
		"key/value pairs":                       "? property-type-malformed",
	} {
		res, all := resource(t, "# loan resource type\nNamespace: lib\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|a|"+cell+"|.|\n"+
			"## JSON representation\n``` json\n{}\n```\n")
		got := typeText(res.Properties[0].Type)
		for _, d := range all.Diagnostics {
			if d.Code == diag.PropertyTypeMalformed {
				got += " " + string(d.Code)
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", cell, got, want)
		}
	}
}

// A type named "list" is documented in the first tree.
func TestTypeNamedList(t *testing.T) {
	const loan = "# loan resource type\nNamespace: lib\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|a|list|.|\n"
	for name, want := range map[string]string{"list": "list", "other": "Untyped[]"} {
		res := load(t, map[string]string{
			"resources/loan.md":         loan,
			"resources/" + name + ".md": "# " + name + " resource type\nNamespace: lib\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|id|String|.|\n",
		}, Options{})
		for _, r := range res.Spec.Resources {
			if r.Name == "lib.loan" && typeText(r.Properties[0].Type) != want {
				t.Errorf("with a type %s: %s, want %s", name, typeText(r.Properties[0].Type), want)
			}
		}
	}
}
