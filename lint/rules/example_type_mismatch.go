package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/samples"
)

var exampleTypeMismatch = &lint.Rule{
	Code:     diag.ExampleTypeMismatch,
	Severity: diag.Error,
	Manual: `
A value in an example that is not of the property's documented type.

An array for a single value, a string for a number: a client that is made from
the table cannot read the example, so no test is made from it. ''1'' is a valid
Single, Double or Decimal, and null is valid for anything.
`,
	Bad: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "accountEnabled": «"true"», "displayName": «["Bo"]» }
'''
`,
	Good: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "accountEnabled": true, "displayName": null }
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
