package diag

import "testing"

func TestNearest(t *testing.T) {
	words := []string{"generate", "lint", "inspect", "explain", "version"}
	for given, want := range map[string]string{
		"lnit": "lint", "generat": "generate", "Inspect": "inspect", "xyz": "", "": "", "li": "",
	} {
		if got := Nearest(given, words); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", given, got, want)
		}
	}
}
