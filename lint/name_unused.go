package lint

import "github.com/mdwire/mdwire/diag"

var nameUnused = &Rule{
	Code:     diag.NameUnused,
	Severity: diag.Warning,
	Manual: `
A name that the configuration gives to something no page documents.

Most often the page was renamed or the key is a slip. The message names the key
that is near.
`,
}
