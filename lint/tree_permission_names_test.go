package lint

import "testing"

// TestSlipsThatWereCopied: a misspelled permission is found on more than a few
// pages too, when far more have the right one.
func TestSlipsThatWereCopied(t *testing.T) {
	pages := map[string]int{"User.Read.All": 200, "User.Raed.All": 6, "User.Send.All": 6}
	known := NewKnownPermissions(pages, nil)
	for name, want := range map[string]bool{"User.Read.All": false, "User.Raed.All": true, "User.Send.All": false} {
		if meant, wrong := known.Judge(name); wrong != want {
			t.Errorf("%s: wrong %v (for %q), want %v", name, wrong, meant, want)
		}
	}
}
