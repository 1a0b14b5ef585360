package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/samples"
)

var requestPropertyUndocumented = &lint.Rule{
	Code:     diag.RequestPropertyUndocumented,
	Severity: diag.Info,
	Manual: `
A property in a request body is documented neither on the page nor for its type.

The property is not in the page's own table and not in the type that the page
links to, so the generated client has no field for it. Document the property, or
correct the example.
`,
	Bad: samples.UserType + samples.UpdateUser + `{ "displayName": "Bo", «"nickName"»: "B" }
'''
`,
	Good: samples.UserType + samples.UpdateUser + `{ "displayName": "Bo" }
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
