package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser. It has no examples: an example is a page, and pages
// that are examples can be read.
var pageUnreadable = &lint.Rule{
	Code:     diag.PageUnreadable,
	Severity: diag.Error,
	Manual: `
A page that cannot be read at all.

The file is no regular file, cannot be opened, or is larger than any page is.
Links that lead out of the docs tree are never followed.
`,
}
