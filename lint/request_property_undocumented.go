package lint

import (
	"github.com/mdwire/mdwire/diag"
)

var requestPropertyUndocumented = &Rule{
	Code:     diag.RequestPropertyUndocumented,
	Severity: diag.Info,
	Manual: `
A property in a request's body that the page and its type do not document.

It is neither a row of the page's own table nor a property of a type that the
page links to. The client has no field for it.
`,
	Bad: userType + updateUser + `{ "displayName": "Bo", «"nickName"»: "B" }
'''
`,
	Good: userType + updateUser + `{ "displayName": "Bo" }
'''
`,
	Tree: func(p *TreePass) { p.reportMisfits() },
}
