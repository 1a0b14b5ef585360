package parser

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
)

// described lists types as "name #anchor < base: property type, …; enum members".
func described(list []ir.Resource) []string {
	var out []string
	for i := range list {
		r := &list[i]
		s := r.Name
		if r.Anchor != "" {
			s += " #" + r.Anchor
		}
		if r.BaseType != "" {
			s += " < " + r.BaseType
		}
		for k, p := range r.Properties {
			s += []string{": ", ", "}[min(k, 1)] + p.Name + " " + typeText(p.Type)
		}
		for _, e := range r.Enums {
			s += "; enum " + e.Name
		}
		out = append(out, s)
	}
	return out
}

func TestTypesOfOnePage(t *testing.T) {
	const table = "|Property|Type|Description|\n|:--|:--|:--|\n"
	tests := []struct {
		name, page string
		want       []string
	}{
		{
			"a title of several types",
			"# Loan resources\nAbout loans.\n## Loan\nA loan.\n" + table + "|id|string|.|\n|lines|array of [LoanLine](#loanline) resources|.|\n" +
				"## LoanLine\nInherits from [Loan](#loan).\n" + table + "|count|int|.|\n## State\n|Value|Description|\n|:--|:--|\n|out|.|\n",
			[]string{"Loan #loan: id String, lines LoanLine[]; enum State", "LoanLine #loanline < Loan: count Int32"},
		},
		{
			"headings of several words, with sections of properties",
			"# Complex types (v1.0)\n## Postal address\n### Properties\n" + table + "|city|string|.|\n## Opening hours\n### Properties\n" + table + "|from|string|.|\n",
			[]string{"PostalAddress #postal-address: city String", "OpeningHours #opening-hours: from String"},
		},
		{
			"types below the type of the title",
			"# shelf resource type\nNamespace: lib\n## Properties\n" + table + "|rows|[shelfRow](#shelfrow) collection|.|\n" +
				"## shelfRow resource type\n" + table + "|number|int|.|\n## Label\n" + table + "|text|string|.|\n",
			[]string{"lib.shelf: rows shelfRow[]", "lib.shelfRow #shelfrow-resource-type: number Int32", "lib.Label #label: text String"},
		},
		{
			"the heading has the name in the title",
			"# Shelf resource\n## Shelf\n" + table + "|row|ShelfRow|.|\n## ShelfRow\n" + table + "|number|int|.|\n",
			[]string{"Shelf: row ShelfRow", "ShelfRow #shelfrow: number Int32"},
		},
		{
			"the properties of one type, in parts",
			"# shelf resource type\n## Properties\n" + table + "|a|string|.|\n### Instance attributes\n" + table + "|b|string|.|\n## Settings\n" + table + "|c|string|.|\n## See also\n" + table + "|d|string|.|\n",
			[]string{"shelf: a String, b String, c String, d String"},
		},
		{
			"an annotation in the section of a type",
			"# Shelf resources\n## Row\n" + table + "|a|string|.|\n### JSON\n<!-- {\"blockType\":\"resource\",\"@odata.type\":\"lib.shelfRow\",\"baseType\":\"lib.thing\"} -->\n```json\n{}\n```\n",
			[]string{"lib.shelfRow #row < lib.thing: a String"},
		},
	}
	for _, tt := range tests {
		res := load(t, map[string]string{"resources/loan-resources.md": tt.page}, Options{})
		if d := cmp.Diff(tt.want, described(res.Spec.Resources)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

// TestSameNames checks that types of one name on several pages remain distinct, except
// where a page repeats the type of another one.
func TestSameNames(t *testing.T) {
	const table = "|Property|Type|Description|\n|:--|:--|:--|\n"
	res := load(t, map[string]string{
		"resources/address.md":         "# address resource type\n## Properties\n" + table + "|city|string|.|\n|street|string|.|\n",
		"resources/loan-resources.md":  "# Loan resources\n## Address\n" + table + "|shelf|string|.|\n|row|int|.|\n## Loan\n" + table + "|a|Address|.|\n|b|[Address](#address)|.|\n|c|[Address](address.md)|.|\n",
		"resources/guest-resources.md": "# Guest resources\n## Address\n" + table + "|city|string|.|\n## Guest\n" + table + "|a|[Address](loan-resources.md#address)|.|\n",
	}, Options{})
	want := []string{
		"address: city String, street String", "Address #address: city String", "Guest #guest: a LoanResourcesAddress",
		"LoanResourcesAddress #address: shelf String, row Int32", "Loan #loan: a LoanResourcesAddress, b LoanResourcesAddress, c address",
	}
	if d := cmp.Diff(want, described(res.Spec.Resources)); d != "" {
		t.Errorf("(-want +got):\n%s%s", d, strings.Join(described(res.Spec.Resources), "\n"))
	}
}
