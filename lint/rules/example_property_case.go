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
A property in an example differs from a documented property only in letter case.

JSON names are case-sensitive: the service ignores the property in a request,
and a client does not find it in a response. Use the documented spelling.
`,
	Bad: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "«displayname»": "Bo" }
'''
`,
	Good: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "displayName": "Bo" }
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
