package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser. It has no example pages, because every example page is
// readable.
var pageUnreadable = &lint.Rule{
	Code:     diag.PageUnreadable,
	Severity: diag.Error,
	Manual: `
A page cannot be read.

The file is not a regular file, cannot be opened, or is too large. mdwire never
follows symbolic links that leave the docs tree.
`,
}
