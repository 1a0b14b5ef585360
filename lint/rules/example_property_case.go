package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/samples"
)

var examplePropertyCase = &lint.Rule{
	Code:     diag.ExamplePropertyCase,
	Severity: diag.Warning,
	Manual: `
A property in an example that differs from the documented one by case alone.

JSON names are told apart by case: a service does not take what the example
shows, or a client does not find it.
`,
	Bad: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "«displayname»": "Bo" }
'''
`,
	Good: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "displayName": "Bo" }
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
