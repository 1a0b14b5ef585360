package lint

import (
	"regexp"
	"strings"
)

// graphHost is where the API lives.
const graphHost = "graph.microsoft.com"

// foreign tells calls of other services, as an app's own callback: their URLs
// name a host and no version of the API.
func foreign(host, version string) bool {
	return host != "" && version == "" && !strings.EqualFold(host, graphHost)
}

// urlHole is a placeholder as pages write it. Braces around a value as in
// {11111111-1111-…} are a placeholder too: the value is not sent with them.
var urlHole = regexp.MustCompile(`\{[^{}"]*\}|<[A-Za-z][^<>"]*>`)

func isLeaked(url string) bool {
	return strings.Contains(url, "** ") && strings.HasSuffix(strings.TrimSpace(url), "not found")
}
