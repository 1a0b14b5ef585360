package lint

import (
	"regexp"
	"strings"
)

// GraphHost is the host of the API.
const GraphHost = "graph.microsoft.com"

// IsForeign reports whether a URL calls another service, such as an app's own
// callback: it has a host but no version of the API. A placeholder as the host means
// the documented service.
func IsForeign(host, version string) bool {
	return host != "" && version == "" && !strings.EqualFold(host, GraphHost) && !strings.ContainsAny(host, "{<")
}

// URLPlaceholder matches a placeholder in a URL. A value in braces, as in
// {11111111-1111-…}, is a placeholder too, because braces are not sent.
var URLPlaceholder = regexp.MustCompile(`\{\{[^{}"]*\}\}|\{[^{}"]*\}|<[A-Za-z][^<>"]*>`)

// IsGeneratorError reports whether a URL is the error text of a page generator
// ("** Entity URI for … not found").
func IsGeneratorError(url string) bool {
	return strings.Contains(url, "** ") && strings.HasSuffix(strings.TrimSpace(url), "not found")
}
