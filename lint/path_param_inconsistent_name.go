package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
)

var pathParamInconsistentName = &Rule{
	Code:     diag.PathParamInconsistentName,
	Severity: diag.Info,
	Manual: `
A placeholder that is spelled in two ways on one page.

''{item-id}'' and ''{itemId}'' mean the same thing; readers, and tools that take
names for what they are, see two.
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
	Page: func(p *Pass) {
		if p.Operation == nil {
			return
		}
		first := map[string]placeholder{}
		told := map[string]bool{}
		for i := range p.Operation.Routes {
			for _, ph := range p.placeholders(&p.Operation.Routes[i]) {
				key := foldName(ph.part.Param)
				have, ok := first[key]
				switch {
				case !ok:
					first[key] = ph
				case have.part.Param != ph.part.Param && !told[ph.part.Param]:
					told[ph.part.Param] = true
					d := p.reportAt(ph.at, "placeholder %q is spelled %q elsewhere on the page", ph.part.String(), have.part.String())
					d.Related = []diag.Related{{At: have.at, Message: "the other spelling"}}
				}
			}
		}
	},
}

// foldName drops what spellings of a name differ in.
func foldName(s string) string {
	return strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(s))
}
