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
A property in an example response is not documented for its type.

Readers do not find it in the table, and code generated from the table drops it.
Add the property to the table, or correct the example. mdwire combines all pages
of a type, with their tables and JSON representations, and those of its base
types. Open types may have any property. An ''@odata.type'' in the example sets
the type of an object.
`,
	Bad: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", «"nickName"»: "Bo" }
'''
`,
	Good: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "displayName": "Bo", "@odata.etag": "x" }
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
