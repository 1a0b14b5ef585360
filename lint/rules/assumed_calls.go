package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var assumedCalls = &lint.Rule{
	Code:     diag.AssumedCalls,
	Severity: diag.Info,
	Manual: `
Sections of a page are assumed to be calls of their own.

Each gets its own method. Write one page per call to make it clear.
`,
}
