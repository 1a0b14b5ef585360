package main

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/config"
	"github.com/mdwire/mdwire/lint/rules"
)

// TestSchemaIsCurrent compares the schema for editors with the keys.
func TestSchemaIsCurrent(t *testing.T) {
	const file = "../../docs/mdwire.schema.json"
	schema, err := config.Schema(newSettings("").keys, rules.All.SchemaDefinitions())
	if err != nil {
		t.Fatal(err)
	}
	want := string(schema) + "\n"
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
		t.Errorf("%s is out of date: run UPDATE_GOLDEN=1 go test ./cmd/mdwire\n%s", file, diff)
	}
}
