package lint

import "github.com/mdwire/mdwire/diag"

// Reported by the parser.
var tabGroup = &Rule{
	Name:     "tab-group",
	Severity: diag.Warning,
	Manual: `
A group of language tabs that no thematic break ends.

The last tab takes in everything that follows, up to the next heading or to the
end of the page. Write ''---'' behind the last tab.
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
