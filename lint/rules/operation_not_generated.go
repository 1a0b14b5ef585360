package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var operationNotGenerated = &lint.Rule{
	Code:     diag.OperationNotGenerated,
	Severity: diag.Error,
	Manual: `
An operation page produces no code.

The message says what is missing on the page. Each selected operation page is
generated or has this finding.
`,
}
