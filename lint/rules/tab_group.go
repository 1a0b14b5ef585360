package rules

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// A group that is not ended is reported by the parser.
var tabGroup = &lint.Rule{
	Code:     diag.TabGroup,
	Severity: diag.Warning,
	Manual: `
A group of language tabs that does not begin with HTTP, or that nothing ends.

Where no thematic break (''---'') stands behind the last tab, that tab takes in
what follows. Where the first tab is not HTTP, or a language stands twice, a
heading was lost or copied: readers see the request under the wrong name.
`,
	Bad: `
# Get user

## Example

# [HTTP](#tab/http)

'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

«# [C#](#tab/csharp)»

'''csharp
var user = client.Me;
'''

## Response
`,
	Good: `
# Get user

## Example

# [HTTP](#tab/http)

'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

# [C#](#tab/csharp)

'''csharp
var user = client.Me;
'''

---

## Response
`,
	Page: func(p *lint.Pass) {
		for i := range p.Tabs {
			g := &p.Tabs[i]
			if !strings.EqualFold(g.Names[0], "http") {
				p.Report(p.Trim(g.Spans[0]), "the first tab is %q; \"http\" was expected", g.Names[0])
			}
			for k, name := range g.Names {
				if slices.Contains(g.Names[:k], name) {
					p.Report(p.Trim(g.Spans[k]), "the group has a tab %q already", name)
				}
			}
		}
	},
}
