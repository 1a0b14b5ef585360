package parser

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// inZone returns a text in a zone.
func inZone(pivot, text string) string {
	return "::: zone pivot=\"" + pivot + "\"\n" + text + "\n::: zone-end\n"
}

func TestZones(t *testing.T) {
	call := func(version string) string {
		return "```http\nPOST https://example.com/" + version + "/berths/{id}/dig\n```"
	}
	table := "\n|Name|Type|\n|--|--|\n|%|String|\n"
	body := func(names string) string { return strings.ReplaceAll(table, "%", names) }
	tests := []struct {
		name, file, page string
		want             []string
	}{
		{
			"versions in URLs", "api/berth-dig.md",
			"## HTTP request\n" + inZone("dock-1", call("v1.0")) + inZone("dock-2", call("beta")) + "## Request body\n" + inZone("dock-1", body("depth")) + inZone("dock-2", body("slow")),
			[]string{"v1.0 berth-dig; Berth; POST /berths/{id}/dig; body depth", "beta berth-dig; Berth; POST /berths/{id}/dig; body slow"},
		},
		{
			"several pivots in a zone, and a heading in one", "api/berth-dig.md",
			"## HTTP request\n" + inZone("old-v1", call("v1.0")) + inZone("new-beta", call("beta")) + inZone("new-beta, old-v1", "## Request body\n"+body("depth")) + inZone("new-beta", "## Response\n`202 Accepted`"),
			[]string{"v1.0 berth-dig; Berth; POST /berths/{id}/dig; body depth", "beta berth-dig; Berth; POST /berths/{id}/dig; body depth; 202"},
		},
		{
			"other zones", "api/berth-dig.md",
			"## HTTP request\n" + inZone("lang-go", call("v1.0")) + inZone("lang-c", call("v1.0")),
			[]string{" berth-dig; Berth; POST /berths/{id}/dig; POST /berths/{id}/dig"},
		},
		{
			"in the folder of a version", "v1.0/api/berth-dig.md",
			"## HTTP request\n" + inZone("a", call("v1.0")) + inZone("b", call("beta")),
			[]string{"v1.0 berth-dig; Berth; POST /berths/{id}/dig; POST /berths/{id}/dig"},
		},
	}
	for _, tt := range tests {
		res := load(t, map[string]string{tt.file: "# Berth\n" + tt.page}, Options{})
		var got []string
		for i := range res.Spec.Operations {
			op := &res.Spec.Operations[i]
			got = append(got, op.Version+" "+summaryOf(op))
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}

// TestZonesOfTypes checks that types on pages with zones have a version each, and that
// pages without a version are for all versions.
func TestZonesOfTypes(t *testing.T) {
	row := func(name, typ string) string { return "\n|Property|Type|\n|--|--|\n|" + name + "|" + typ + "|\n" }
	res := load(t, map[string]string{
		"resources/berth.md": "# berth resource type\n## Properties\n" + inZone("dock-v1", row("label", "String")) + inZone("dock-preview", row("tone", "tide")),
		"resources/tide.md":  "# tide resource type\n## Properties\n" + row("height", "berth"),
		"api/berth-dig.md":   "# Dig\n## HTTP request\n" + inZone("dock-v1", "```http\nGET https://h/v1.0/berths\n```") + inZone("dock-preview", "```http\nGET https://h/beta/berths\n```"),
		"api/tide-get.md":    "# Get\n## HTTP request\n```http\nGET https://h/beta/tides\n```\n",
		"api/tide-list.md":   "# List\n## HTTP request\n```http\nGET https://h/beta/tides\nGET https://h/v1.0/tides\n```\n",
		"api/tide-move.md":   "# Move\n## HTTP request\n```http\nPOST https://h/v7/tides\n```\n",
	}, Options{})
	var got []string
	for i := range res.Spec.Resources {
		r := &res.Spec.Resources[i]
		line := r.Version + " " + r.Name
		for _, p := range r.Properties {
			line += " " + p.Name + ":" + p.Type.Name
		}
		got = append(got, line)
	}
	for i := range res.Spec.Operations {
		got = append(got, res.Spec.Operations[i].Version+" "+res.Spec.Operations[i].Name)
	}
	want := []string{
		"v1.0 berth label:Edm.String", "beta berth tone:tide", " tide height:berth",
		"v1.0 berth-dig", "beta berth-dig", "beta tide-get", " tide-list", " tide-move",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
