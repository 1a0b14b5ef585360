package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var nameUnused = &lint.Rule{
	Code:     diag.NameUnused,
	Severity: diag.Warning,
	Manual: `
A name in the configuration belongs to an element that no page documents.

In most cases the page was renamed or the key is misspelled. The message
suggests the nearest key. Correct the key, or remove the entry.
`,
}
