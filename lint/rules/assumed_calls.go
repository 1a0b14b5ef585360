package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var assumedCalls = &lint.Rule{
	Code:     diag.AssumedCalls,
	Severity: diag.Info,
	Manual: `
Parts of a page are assumed to be calls of their own.

They are sections with calls, or a GET and a POST of which only one has an example. Each
call gets its own method. A body of both is the body of the POST. It is also the query of
the GET if the page says so: "Run the GET or POST request". Write one page per call to
make it clear.
`,
}
