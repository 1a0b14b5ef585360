package lint

import (
	"github.com/mdwire/mdwire/diag"
)

var examplePropertyCase = &Rule{
	Code:     diag.ExamplePropertyCase,
	Severity: diag.Warning,
	Manual: `
A property in an example that differs from the documented one by case alone.

JSON names are told apart by case: a service does not take what the example
shows, or a client does not find it.
`,
	Bad: userType + getUser + okUser + `{ "id": "1", "«displayname»": "Bo" }
'''
`,
	Good: userType + getUser + okUser + `{ "id": "1", "displayName": "Bo" }
'''
`,
	Tree: func(p *TreePass) { p.reportMisfits() },
}
