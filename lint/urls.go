package lint

import (
	"regexp"
	"strings"
)

// GraphHost is where the API lives.
const GraphHost = "graph.microsoft.com"

// IsForeign tells calls of other services, as an app's own callback: their URLs
// name a host and no version of the API.
func IsForeign(host, version string) bool {
	return host != "" && version == "" && !strings.EqualFold(host, GraphHost)
}

// URLPlaceholder is a placeholder as pages write it. Braces around a value as in
// {11111111-1111-…} are a placeholder too: the value is not sent with them.
var URLPlaceholder = regexp.MustCompile(`\{[^{}"]*\}|<[A-Za-z][^<>"]*>`)

func IsGeneratorError(url string) bool {
	return strings.Contains(url, "** ") && strings.HasSuffix(strings.TrimSpace(url), "not found")
}
