package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var operationNotGenerated = &lint.Rule{
	Code:     diag.OperationNotGenerated,
	Severity: diag.Error,
	Manual: `
A page of a call from which no code is made.

The message says what is missing. Every page that was asked for ends as an
operation or with this finding.
`,
}
