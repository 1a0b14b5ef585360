package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var assumedOptional = &lint.Rule{
	Code:     diag.AssumedOptional,
	Severity: diag.Warning,
	Manual: `
An argument is assumed to be optional although the page requires it.

Some documented calls leave it out, so the generated method must allow that. Examples leave
out query parameters that the template or a table has. Callers send them with an option.
`,
}
