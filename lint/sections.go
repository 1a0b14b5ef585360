package lint

import "strings"

// sectionRanks lists sections by how their slugs begin, in the order of a
// page. Longer beginnings stand before the shorter ones that begin them.
var sectionRanks = []struct {
	prefix string
	rank   int
}{
	{"permission", 1},
	{"prerequisites", 1},
	{"http-request-header", 4},
	{"http-request-bod", 5},
	{"http-response", 6},
	{"http-request", 2},
	{"function-parameter", 3},
	{"path-parameter", 3},
	{"query-parameter", 3},
	{"optional-query-parameter", 3},
	{"request-header", 4},
	{"optional-request-header", 4},
	{"request-body", 5},
	{"response", 6},
	{"example", 7},
}

// SectionRank returns the place of a section in the order, 0 for one that has
// none. Parameters and headers stand in either order.
func SectionRank(slug string) int {
	for _, r := range sectionRanks {
		if strings.HasPrefix(slug, r.prefix) {
			return max(r.rank, 1)
		}
	}
	return 0
}
