package lint

import "strings"

// sectionRanks lists the prefixes of section slugs. A prefix comes after the
// longer ones that begin with it.
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

// SectionRank returns the position of a section in the order of a page: 1 for
// permissions, 2 HTTP request, 3 parameters, 4 headers, 5 request body, 6
// response, 7 examples, 0 for sections that may be anywhere.
func SectionRank(slug string) int {
	for _, r := range sectionRanks {
		if strings.HasPrefix(slug, r.prefix) {
			return max(r.rank, 1)
		}
	}
	return 0
}
