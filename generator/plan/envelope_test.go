package plan

import (
	"fmt"
	"testing"
)

func TestMembersOf(t *testing.T) {
	for text, want := range map[string]string{
		`{"a": 1, "b": [1, {"c": "}"}], "d": "x,\"y"}`:         `[a=1 b=[1, {"c": "}"}] d="x,\"y"]`,
		"{\n  \"items\": [\n    { ... },\n    { ... }\n  ]\n}": "[items=[\n    { ... },\n    { ... }\n  ]]",
		`{}`:             `[=]`,
		`[{"a": 1}]`:     `[]`,
		`"a": 1`:         `[]`,
		`{"a": [1, 2`:    `[]`,
		`{"a": "b\`:      `[]`,
		``:               `[]`,
		`{"a": 1} trash`: `[a=1]`,
	} {
		got := []string{}
		for _, m := range membersOf([]byte(text)) {
			got = append(got, m.name+"="+string(m.value))
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
