package parser

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCallText reads calls that are not in code blocks.
func TestCallText(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
	}{
		{
			"a table", "## REST request\n### Request syntax\n|Method|Request URI|\n|--|--|\n|**GET**|/v1/berths/{id} HTTP/1.1|\n|put/PATCH|`/v1/berths/{id}`|\n",
			[]string{"6:1 GET /v1/berths/{id}", "7:1 PUT /v1/berths/{id}", "7:1 PATCH /v1/berths/{id}"},
		},
		{"a table with a remark", "## HTTP request\n|Verb|Path|Use|\n|--|--|--|\n|DELETE|/berths/{id}?force={force}|Never.|\n", []string{"5:1 DELETE /berths/{id} ? force={force}"}},
		{"other words in the column", "## HTTP request\n|Method|Path|\n|--|--|\n|open|/berths|\n", nil},
		{"a path without a method", "## HTTP request\n|Name|Path|\n|--|--|\n|GET|/berths|\n", nil},
		{"inline code", "## HTTP request\nThis call reads a berth:\n`GET /berths/{id}`\n", []string{"4:2 GET /berths/{id}"}},
		{"inline code in a sentence", "## HTTP request\nUse `GET /berths/{berth id}` or `POST /berths`, not `GET berths now`.\n", []string{"3:6 GET /berths/{berth id}", "3:34 POST /berths"}},
		{"lines", "## HTTP request\n**GET** /berths\\\nPOST /berths HTTP/1.1\n", []string{"3:1 GET /berths", "4:1 POST /berths"}},
		{"beside a block", "## HTTP request\nUnlike `GET /ships`, this is fast.\n```http\nGET /berths\n```\n", []string{"5:1 GET /berths"}},
		{"in another section", "## HTTP request\n```http\nGET /berths\n```\n## Response\n`GET /ships`\n", []string{"4:1 GET /berths"}},
		{
			"a second section", "## HTTP request\n```http\nGET /berths\n```\n## HTTP request\n`GET /berths/{id}`\n",
			[]string{"4:1 GET /berths", "7:2 GET /berths/{id}"},
		},
	}
	for _, tt := range tests {
		op, _ := operation(t, "# Berth\n"+tt.page)
		if d := cmp.Diff(tt.want, routes(op.Routes)); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}

// TestURIParams checks that the routes decide where a parameter of the URI is.
func TestURIParams(t *testing.T) {
	op, _ := operation(t, "# Berth\n## HTTP request\n```http\nGET /docks/{id-of-dock}/berths/{berth-id}?tag={tag}&shipkind=yacht\n```\n## Request URI parameters\n"+
		"|Name|Type|\n|--|--|\n|**berth_ID**|Guid|\n|tag|String|\n|deep|Boolean|\n|ship-kind|String|\n|dock-id|String|\n|id|String|\n")
	var got []string
	for _, p := range op.Params {
		got = append(got, p.In.String()+" "+p.Name)
	}
	if d := cmp.Diff([]string{"path berth_ID", "query tag", "query deep", "query shipkind", "path id-of-dock", "query id"}, got); d != "" {
		t.Error(d)
	}
}

func TestCallTextPlaces(t *testing.T) {
	const src = "# Berth\n## HTTP request\n|Method|Request URI|\n|--|--|\n|**GET**|*/v1*/berths/{id}|\n|GET|/docks/{id}|\n"
	op, _ := operation(t, src)
	got := []string{at(src, op.Routes[0].PathAt.In(op.Routes[0].At)), at(src, op.Routes[1].PathAt.In(op.Routes[1].At))}
	if d := cmp.Diff([]string{"*/v1*/berths/{id}", "/docks/{id}"}, got); d != "" {
		t.Error(d)
	}
}
