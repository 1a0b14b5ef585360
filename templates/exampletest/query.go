package exampletest

import (
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// compareQueries compares names and values. The order counts only between
// values of one name.
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

// parseQuery is as lenient as pages need: they show queries with spaces and
// with text that is no valid escape. Names have no case.
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
			value = comma.ReplaceAllString(value, ",") // blanks after commas mean nothing
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
