package rules

import (
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var authorizationHeaderMissing = &lint.Rule{
	Code:     diag.AuthorizationHeaderMissing,
	Severity: diag.Warning,
	Manual: `
The table of request headers does not list Authorization.

Every request needs a token. A table that lists only other headers suggests that
none is needed. Add the row ''|Authorization|Bearer {token}. Required.|''.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Request headers

«|Name|Description|»
|:---|:---|
|Prefer|Optional.|
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Request headers

|Name|Description|
|:---|:---|
|**Authorization**|Bearer {token}. Required.|
|Prefer|Optional.|
`,
	Page: func(p *lint.Pass) {
		if !p.DocumentsCall() {
			return
		}
		for _, s := range p.Sections {
			if s.Slug != "request-headers" && s.Slug != "request-header" {
				continue
			}
			if first := headerTable(p, s); first != nil {
				d := p.Report(p.Trim(p.RestOfLine(first.Span.Start)), "the table of request headers has no row for \"Authorization\"")
				if t := first.Table; len(t.Header) == 2 && len(t.Rows) > 0 && p.StartsLine(t.Rows[0].Span.Start) {
					at := t.Rows[0].Span.Start
					d.AddFix(true, "add the Authorization row", p.Edit(page.Span{Start: at, End: at}, "|Authorization|Bearer {token}. Required.|"+p.LineEnd()))
				}
			}
		}
	},
}

// headerTable returns the first table of a section, or nil if any of the
// section's tables names Authorization.
func headerTable(p *lint.Pass, s page.Section) (first *page.Block) {
	for i := range s.Blocks {
		b := &s.Blocks[i]
		if b.Table == nil {
			continue
		}
		if namesAuthorization(b.Table) {
			return nil
		}
		if first == nil {
			first = b
		}
	}
	return first
}

// namesAuthorization reports whether a row names Authorization. The header row
// counts too, because some tables have no header and start with their first row.
func namesAuthorization(t *page.Table) bool {
	return lint.IsAuthorization(t.Header) ||
		slices.ContainsFunc(t.Rows, func(r page.Row) bool { return lint.IsAuthorization(r.Cells) })
}
