package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/samples"
)

var exampleValueFormat = &lint.Rule{
	Code:     diag.ExampleValueFormat,
	Severity: diag.Info,
	Manual: `
A value in an example is not a valid date, GUID or enum member of its documented type.

Readers copy the value, and the service rejects it. Write a valid value. Obvious
placeholders such as ''{date}'' and ''String (timestamp)'' are not reported.
`,
	Bad: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "hireDate": «"2021-02-30"» }
'''
`,
	Good: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "hireDate": "2021-02-28" }
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
