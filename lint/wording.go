package lint

import "strings"

// quoteShort quotes the start of a text.
func quoteShort(text string) string {
	const limit = 60
	if r := []rune(text); len(r) > limit {
		text = strings.TrimSpace(string(r[:limit])) + "…"
	}
	return `"` + strings.ReplaceAll(text, "\n", " ") + `"`
}
