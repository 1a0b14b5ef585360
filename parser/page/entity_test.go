package page

import "testing"

func TestResolveEntities(t *testing.T) {
	for text, want := range map[string]string{
		"a &amp; b":              "a & b",
		"&#38;amp;":              "&amp;",
		"&#x41;&nbsp;&lt;id&gt;": "A\u00a0<id>",
		"?id=1&currency=EUR":     "?id=1&currency=EUR",
		"?id=1&currency;":        "?id=1&currency;",
		"?id=1&lt=2":             "?id=1&lt=2",
		"& &; &#; &x":            "& &; &#; &x",
	} {
		if got := string(resolveEntities([]byte(text))); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
