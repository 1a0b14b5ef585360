package lint

import (
	"regexp"
	"strings"
)

// URLPlaceholder matches a placeholder in a URL. A value in braces, as in
// {11111111-1111-…}, is a placeholder too, because braces are not sent.
var URLPlaceholder = regexp.MustCompile(`\{\{[^{}"]*\}\}|\{[^{}"]*\}|<[A-Za-z][^<>"]*>`)

// IsGeneratorError reports whether a URL is the error text of a page generator
// ("** Entity URI for … not found").
func IsGeneratorError(url string) bool {
	return strings.Contains(url, "** ") && strings.HasSuffix(strings.TrimSpace(url), "not found")
}
