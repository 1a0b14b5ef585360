package lint

import (
	"github.com/mdwire/mdwire/diag"
)

var exampleTypeMismatch = &Rule{
	Code:     diag.ExampleTypeMismatch,
	Severity: diag.Error,
	Manual: `
A value in an example that is not of the property's documented type.

An array for a single value, a string for a number: a client that is made from
the table cannot read the example, so no test is made from it. ''1'' is a valid
Single, Double or Decimal, and null is valid for anything.
`,
	Bad: userType + getUser + okUser + `{ "id": "1", "accountEnabled": «"true"», "displayName": «["Bo"]» }
'''
`,
	Good: userType + getUser + okUser + `{ "id": "1", "accountEnabled": true, "displayName": null }
'''
`,
	Tree: func(p *TreePass) { p.reportMisfits() },
}
