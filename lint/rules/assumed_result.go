package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var assumedResult = &lint.Rule{
	Code:     diag.AssumedResult,
	Severity: diag.Warning,
	Manual: `
The result of a call is assumed because the page does not describe it.

The generated method returns the response as it is: raw JSON, or a stream of bytes. A call
that is not a GET is assumed to have no content.
State the type of the response, or that there is no content.
`,
}
