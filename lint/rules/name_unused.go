package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var nameUnused = &lint.Rule{
	Code:     diag.NameUnused,
	Severity: diag.Warning,
	Manual: `
A name that the configuration gives to something no page documents.

Most often the page was renamed or the key is a slip. The message names the key
that is near.
`,
}
