package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var ignoreUnused = &lint.Rule{
	Code:     diag.IgnoreUnused,
	Severity: diag.Warning,
	Manual: `
An ignore comment or a baseline entry matches no finding, or has no reason.

''<!-- mdwire-ignore rule: reason -->'' suppresses the findings of a rule in the
next block. Right after the front matter, before all other text, it suppresses
them on the whole page. Separate several rules with commas. An entry that is no
longer needed would hide the next fault: remove it. Every ignore comment needs a
reason.
`,
	Bad: `
# Overview

<!-- mdwire-ignore «link-dead» -->
See [Get user](other.md).

<!-- mdwire-ignore «link-daed»: the page comes next week -->
See [Get user](another.md).
`,
	Good: `
# Overview

<!-- mdwire-ignore link-dead: the page comes next week -->
See [Get user](other.md).
`,
}
