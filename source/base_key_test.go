package source

import (
	"slices"
	"testing"

	"github.com/mdwire/mdwire/config"
)

func TestBaseKey(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"base: servicePrefix\n", []string{"servicePrefix"}},
		{"base: [northPrefix, southPrefix]\n", []string{"northPrefix", "southPrefix"}},
		{"base: \"\"\n", nil},
		{"base: {a: b}\n", nil},
	} {
		var words []string
		err := config.Parse([]byte(tt.text), []config.Key{BaseKey(&words)})
		if (err == nil) != (tt.want != nil) || err == nil && !slices.Equal(words, tt.want) {
			t.Errorf("%q: %q, %v; want %q", tt.text, words, err, tt.want)
		}
	}
}
