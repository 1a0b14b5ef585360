package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var assumedName = &lint.Rule{
	Code:     diag.AssumedName,
	Severity: diag.Info,
	Manual: `
The name of a property is assumed to be spelled as in the example.

A table of a request body may have names without capitals, such as ''addressline1'', that
the example writes ''AddressLine1''. mdwire sends the example's name. Spell both alike.
`,
}
