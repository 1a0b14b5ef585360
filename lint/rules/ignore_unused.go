package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var ignoreUnused = &lint.Rule{
	Code:     diag.IgnoreUnused,
	Severity: diag.Warning,
	Manual: `
An ignore or a baseline entry that nothing matches, or that gives no reason.

''<!-- mdwire-ignore rule: reason -->'' drops the findings of a rule on the next
block; right behind the front matter, above everything else, on the whole page.
Several rules are parted by commas. What was mended since needs no ignore any more, and one that
stays would hide the next fault.
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
