package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var assumedPlaceholder = &lint.Rule{
	Code:     diag.AssumedPlaceholder,
	Severity: diag.Warning,
	Manual: `
A literal in a path is assumed to be a placeholder, or two placeholders one value.

Some pages write a sample word where each call has a value: ''/plots('id')'',
''/plots/:plot_id'' or ''view(start=start-value)''. mdwire makes it a parameter of the
call. Write it in braces to make it clear: ''/plots/{plot-id}''.

A table may have another name for a placeholder, as ''plot-id'' for ''{id-of-plot}'', and an example
a last segment ''{plot-id}'' that the template lacks. mdwire takes the two names for one
parameter, and the segment for a part of the path if the page requires the parameter.

A path may have an ID again in the key of something that belongs to it:
''/crews({crewId})/shifts({crewId},{shiftId})''. mdwire makes it one argument of the call
and sends it in both places. Write different names if the values can differ.
`,
}
