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
A value in an example does not have the documented type of its property.

For instance, the value is an array where a single value is documented, or a
string where a number is documented, or the annotation names a primitive type and
the body is an object. A client generated from the table cannot
read the example, so mdwire generates no test from it. Correct the example or
the table. ''1'' is valid for Single, Double and Decimal, and null is valid for
every type.
`,
	Bad: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "accountEnabled": «"true"», "displayName": «["Bo"]» }
'''

<!-- { "blockType": "request", "name": "get_second_user" } -->
'''http
GET https://graph.microsoft.com/v1.0/users/2
'''

<!-- { "blockType": "response", "@odata.type": "String" } -->
'''http
HTTP/1.1 200 OK
Content-type: application/json

«{ "id": "2" }»
'''
`,
	Good: samples.UserType + samples.GetUser + samples.OKUser + `{ "id": "1", "accountEnabled": true, "displayName": null }
'''
`,
	Tree: func(p *lint.TreePass) { p.ReportMismatches() },
}
