package ir

import (
	"slices"
	"strings"
)

// IsStandIn reports whether a text in an example only holds the place of a
// value: "String (timestamp)", "{date}", "datetime-value", "...".
func IsStandIn(text string) bool {
	if strings.ContainsAny(text, "{}<>…*") || strings.Contains(text, "..") || strings.Contains(text, "-value") {
		return true
	}
	for _, w := range []string{"String", "string", "timestamp", "datetime", "DateTime", "Guid", "guid", "GUID", "Date", "Duration", "xxxx", "XXXX"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return slices.Contains(typeWords, strings.ToLower(text))
}

// typeWords stand for a value of the type that they name.
var typeWords = strings.Fields("binary boolean integer int int16 int32 int64 number decimal double single float")
