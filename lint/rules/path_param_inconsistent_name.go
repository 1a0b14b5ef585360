package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var pathParamInconsistentName = &lint.Rule{
	Code:     diag.PathParamInconsistentName,
	Severity: diag.Info,
	Manual: `
A page spells the same placeholder in two ways.

''{item-id}'' and ''{itemId}'' mean the same, but readers and tools see two
parameters. Use one spelling on the whole page.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get item

## HTTP request

'''http
GET /drives/{drive-id}/items/{item-id}
GET /me/drive/items/«{itemId}»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get item

## HTTP request

'''http
GET /drives/{drive-id}/items/{item-id}
GET /me/drive/items/{item-id}
'''
`,
	Page: func(p *lint.Pass) {
		first := map[string]lint.Placeholder{}
		reported := map[string]bool{}
		for r := range p.Routes() {
			for _, ph := range lint.Placeholders(r) {
				key := foldName(ph.Part.Param)
				have, ok := first[key]
				switch {
				case !ok:
					first[key] = ph
				case have.Part.Param != ph.Part.Param && !reported[ph.Part.Param]:
					reported[ph.Part.Param] = true
					d := p.ReportAt(ph.At, "the placeholder %q is spelled %q elsewhere on this page; use one spelling", ph.Part.String(), have.Part.String())
					d.Related = []diag.Related{{At: have.At, Message: "the other spelling is here"}}
				}
			}
		}
	},
}

// foldName removes separators and letter case from a name.
func foldName(s string) string {
	return strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(s))
}
