package rules

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestManualIsCurrent compares docs/rules.md with the rules.
func TestManualIsCurrent(t *testing.T) {
	const file = "../../docs/rules.md"
	want := All.Manual()
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
		t.Errorf("%s is out of date: run UPDATE_GOLDEN=1 go test ./lint/rules\n%s", file, diff)
	}
}
