package lint

import "strings"

// QuoteShort quotes the start of a text.
func QuoteShort(text string) string {
	const limit = 60
	if r := []rune(text); len(r) > limit {
		text = strings.TrimSpace(string(r[:limit])) + "…"
	}
	return `"` + strings.ReplaceAll(text, "\n", " ") + `"`
}
