package exampletest

import (
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// compareQueries compares names and values. The order matters only for values of
// the same name.
func compareQueries(want, got string) (differences []string) {
	wants, gots := parseQuery(want), parseQuery(got)
	names := slices.Sorted(maps.Keys(wants))
	for name := range gots {
		if _, ok := wants[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if !slices.Equal(wants[name], gots[name]) {
			differences = append(differences, fmt.Sprintf("%s: want %q, got %q", name, wants[name], gots[name]))
		}
	}
	return differences
}

var comma = regexp.MustCompile(`\s*,\s*`)

// parseQuery parses a query. It is lenient because documented queries contain
// spaces and invalid escapes. Names are returned in lower case.
func parseQuery(query string) map[string][]string {
	values := map[string][]string{}
	for pair := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		name, value = strings.TrimSpace(unescape(name)), strings.TrimSpace(unescape(value))
		if pair == "" {
			continue
		}
		name = strings.ToLower(name)
		if name == "$select" || name == "$expand" || name == "$orderby" {
			value = comma.ReplaceAllString(value, ",") // spaces around commas are ignored
		}
		values[name] = append(values[name], value)
	}
	return values
}

func unescape(s string) string {
	if text, err := url.QueryUnescape(s); err == nil {
		return text
	}
	return strings.ReplaceAll(s, "+", " ")
}
