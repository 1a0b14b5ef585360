package lint

import (
	"github.com/mdwire/mdwire/diag"
)

var examplePropertyUndocumented = &Rule{
	Code:     diag.ExamplePropertyUndocumented,
	Severity: diag.Warning,
	Manual: `
A property in an example's response that its type does not document.

Readers who look for it in the table find nothing, and code that is made from the
table drops it. The pages of a type count together, with their tables, their JSON
and those of the base types; open types take anything. An ''@odata.type'' within
the example says which type an object is of.
`,
	Bad: userType + getUser + okUser + `{ "id": "1", «"nickName"»: "Bo" }
'''
`,
	Good: userType + getUser + okUser + `{ "id": "1", "displayName": "Bo", "@odata.etag": "x" }
'''
`,
	Tree: func(p *TreePass) { p.reportMisfits() },
}
