package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/samples"
)

var examplePropertyUndocumented = &lint.Rule{
	Code:     diag.ExamplePropertyUndocumented,
	Severity: diag.Warning,
	Manual: `
A property in an example's response that its type does not document.

Readers who look for it in the table find nothing, and code that is made from the
table drops it. The pages of a type count together, with their tables, their JSON
and those of the base types; open types take anything. An ''@odata.type'' within
the example says which type an object is of.
`,
	Bad: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", «"nickName"»: "Bo" }
'''
`,
	Good: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "displayName": "Bo", "@odata.etag": "x" }
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
