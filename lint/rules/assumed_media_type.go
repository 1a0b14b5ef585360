package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var assumedMediaType = &lint.Rule{
	Code:     diag.AssumedMediaType,
	Severity: diag.Warning,
	Manual: `
One of several media types is assumed.

The page documents more than one media type for a body, and the generated method
sends one of them by default.
`,
}
