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
A property in a request's body that the page and its type do not document.

It is neither a row of the page's own table nor a property of a type that the
page links to. The client has no field for it.
`,
	Bad: samples.UserType + samples.UpdateUser + `{ "displayName": "Bo", «"nickName"»: "B" }
'''
`,
	Good: samples.UserType + samples.UpdateUser + `{ "displayName": "Bo" }
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
