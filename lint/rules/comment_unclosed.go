package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var commentUnclosed = &lint.Rule{
	Code:     diag.CommentUnclosed,
	Severity: diag.Error,
	Manual: `
An HTML comment is never closed.

The comment hides the rest of the page from readers and from mdwire. Close it
with ''-->''.
`,
	Bad: `
# Get user

«<!--» to be checked

## HTTP request
`,
	Good: `
# Get user

<!-- checked -->

## HTTP request
`,
}
