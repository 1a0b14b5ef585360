package ir

import (
	"slices"
	"strings"
)

// IsPlaceholder reports whether a text in an example is a placeholder for a
// value: "String (timestamp)", "{date}", "datetime-value", "size.value", "...".
func IsPlaceholder(text string) bool {
	if strings.ContainsAny(text, "{}<>…*") || strings.Contains(text, "..") || strings.Contains(text, "-value") || strings.HasSuffix(text, ".value") {
		return true
	}
	for _, w := range []string{"String", "string", "timestamp", "datetime", "DateTime", "Guid", "guid", "GUID", "Date", "Duration", "xxxx", "XXXX"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return slices.Contains(typeWords, strings.ToLower(text))
}

// typeWords are placeholders for a value of the type that they name.
var typeWords = strings.Fields("binary boolean integer int int16 int32 int64 number decimal double single float")
