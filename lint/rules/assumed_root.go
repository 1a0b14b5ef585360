package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var assumedRoot = &lint.Rule{
	Code:     diag.AssumedRoot,
	Severity: diag.Info,
	Manual: `
A path without a leading slash is assumed to be below the base URL.

Write the slash to make it clear: ''GET /users/{id}''.
`,
}
