package parser

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBodyTables(t *testing.T) {
	const (
		head  = "# Create crate\nCreates it.\n## HTTP request\n```http\nPOST /crates\n```\n## Request body\n"
		table = "|Property|Type|Description|\n|:--|:--|:--|\n"
		lots  = "|lots|Array of objects|An array of [Lot](crate-resources.md#lot) resources.|\n"
	)
	tests := []struct {
		name, body string
		want       []string
		findings   int
	}{
		{
			"types in sentences",
			"The [Crate](crate-resources.md) properties:\n\n" + table + "|id|string|.|\n" + lots +
				"\nThe [Lot](crate-resources.md#lot) properties:\n\n" + table + "|id|string|.|\n|seal|Object|A Seal.|\n" +
				"\nThe [Seal](crate-resources.md#seal) properties:\n\n" + table + "|code|string|.|\n",
			[]string{"body: id String, lots Lot[]", "Lot: id String, seal Seal", "Seal: code String"},
			0,
		},
		{
			"headings that name properties",
			table + "|HarbourPass|object|.|\n### Harbour pass\n" + table + "|number|string|.|\n",
			[]string{"body: HarbourPass HarbourPass", "HarbourPass: number String"},
			0,
		},
		{"a type of no property", table + "|id|string|.|\n### Seal object\n" + table + "|code|string|.|\n", []string{"body: id String"}, 1},
		{
			"alternatives", "Send a box or a barrel.\n### box object\n" + table + "|id|string|.|\n### barrel object\n" + table + "|litres|string|.|\n",
			[]string{"body: id String, litres String"},
			0,
		},
		{"a continuation", table + "|id|string|.|\n### Application permissions and payload\n" + table + "|code|string|.|\n", []string{"body: id String, code String"}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res := load(t, map[string]string{"api/crate-create.md": head + tt.body}, Options{})
			body := res.Spec.Operations[0].Body
			got := []string{"body"}
			for k, p := range body.Properties {
				got[0] += []string{": ", ", "}[min(k, 1)] + p.Name + " " + typeText(p.Type)
			}
			for _, r := range res.Spec.Resources {
				s := r.Name
				for k, p := range r.Properties {
					s += []string{": ", ", "}[min(k, 1)] + p.Name + " " + typeText(p.Type)
				}
				got = append(got, s)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			found := 0
			for _, d := range res.Diagnostics {
				if d.Code == "assumed-type" {
					found++
				}
			}
			if found != tt.findings {
				t.Errorf("%d findings of %v", found, res.Diagnostics)
			}
		})
	}
}
