package lint

import (
	"github.com/mdwire/mdwire/diag"
)

var exampleValueFormat = &Rule{
	Code:     diag.ExampleValueFormat,
	Severity: diag.Info,
	Manual: `
A value in an example that is no date, GUID or member where one is documented.

Readers copy it, and the service refuses it. What plainly stands for a value, as
''{date}'' or ''String (timestamp)'', is no finding.
`,
	Bad: userType + getUser + okUser + `{ "id": "1", "hireDate": «"2021-02-30"» }
'''
`,
	Good: userType + getUser + okUser + `{ "id": "1", "hireDate": "2021-02-28" }
'''
`,
	Tree: func(p *TreePass) { p.reportMisfits() },
}
