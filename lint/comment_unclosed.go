package lint

import "github.com/mdwire/mdwire/diag"

// Reported by the parser.
var commentUnclosed = &Rule{
	Name:     "comment-unclosed",
	Severity: diag.Error,
	Manual: `
An HTML comment that is never closed.

It swallows the rest of the page: neither readers nor mdwire see what follows.
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
