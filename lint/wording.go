package lint

import "strings"

// QuoteShort quotes a text for a message, shortened to 60 characters.
func QuoteShort(text string) string {
	const limit = 60
	if r := []rune(text); len(r) > limit {
		text = strings.TrimSpace(string(r[:limit])) + "…"
	}
	return `"` + strings.ReplaceAll(text, "\n", " ") + `"`
}
