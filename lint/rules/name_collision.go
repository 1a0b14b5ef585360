package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var nameCollision = &lint.Rule{
	Code:     diag.NameCollision,
	Severity: diag.Info,
	Manual: `
Two things on the pages that would get the same name in Go.

The message says which names they were given. Names stay as they are as long as
the pages do.
`,
}
