package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// The parser reports it.
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
}
