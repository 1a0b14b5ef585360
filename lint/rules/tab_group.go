package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var tabGroup = &lint.Rule{
	Code:     diag.TabGroup,
	Severity: diag.Warning,
	Manual: `
A group of language tabs does not start with HTTP, or has a duplicate or no end.

Without a thematic break (''---'') after the last tab, the tab includes the text
that follows. If the first tab is not HTTP, or a language appears twice, a
heading was lost or copied, and readers see the request under the wrong name.
Correct the headings, and end the group with ''---''.
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
