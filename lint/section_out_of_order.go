package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
)

var sectionOutOfOrder = &Rule{
	Code:     diag.SectionOutOfOrder,
	Severity: diag.Info,
	Manual: `
A section that stands before one which pages have above it.

The order of a page of a call is: permissions, HTTP request, parameters, request
headers, request body, response, examples. Readers go by it.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

«## Permissions»

## Response
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

## HTTP request

## Response
`,
	Page: func(p *Pass) {
		if p.Operation == nil {
			return
		}
		most, before := 0, ""
		for i := range p.Sections {
			s := &p.Sections[i]
			if s.Level != 2 {
				continue
			}
			switch rank := sectionRank(s.Slug); {
			case rank == 0:
			case rank < most:
				p.report(p.trim(s.Span), "section %q stands behind %q; its place is before", s.Text, before)
			default:
				most, before = rank, s.Text
			}
		}
	},
}

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

// sectionRank returns the place of a section in the order, 0 for one that has
// none. Parameters and headers stand in either order.
func sectionRank(slug string) int {
	for _, r := range sectionRanks {
		if strings.HasPrefix(slug, r.prefix) {
			return max(r.rank, 1)
		}
	}
	return 0
}
