package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var nameCollision = &lint.Rule{
	Code:     diag.NameCollision,
	Severity: diag.Info,
	Manual: `
Two elements of the pages would get the same name in Go.

mdwire gives one of them another name, which the message states. The names do
not change as long as the pages do not change. To choose a name yourself, set it
in the configuration.
`,
}
