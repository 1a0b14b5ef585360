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
A value in an example that is no date, GUID or member where one is documented.

Readers copy it, and the service refuses it. What plainly stands for a value, as
''{date}'' or ''String (timestamp)'', is no finding.
`,
	Bad: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "hireDate": «"2021-02-30"» }
'''
`,
	Good: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "hireDate": "2021-02-28" }
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
