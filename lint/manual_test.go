package lint

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDocsAreCurrent holds the pages under docs to the rules that they are made
// from.
func TestDocsAreCurrent(t *testing.T) {
	schema, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		"../docs/rules.md":           Manual(),
		"../docs/mdwire.schema.json": string(schema) + "\n",
	} {
		if os.Getenv("UPDATE_GOLDEN") != "" {
			if err := os.WriteFile(file, []byte(want), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(got), want); diff != "" {
			t.Errorf("%s is out of date: run UPDATE_GOLDEN=1 go test ./lint\n%s", file, diff)
		}
	}
}

// TestSchemaKnowsTheKeys: what ParseConfig reads, editors offer.
func TestSchemaKnowsTheKeys(t *testing.T) {
	src, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties map[string]any `json:"properties"`
	}
	if err := json.Unmarshal(src, &schema); err != nil {
		t.Fatal(err)
	}
	want := slices.Sorted(slices.Values(configKeys))
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(schema.Properties))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
