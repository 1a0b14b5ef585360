package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var assumedBase = &lint.Rule{
	Code:     diag.AssumedBase,
	Severity: diag.Warning,
	Manual: `
The first segment of a path is assumed to be the base URL.

Some references begin their paths with a placeholder or a word for the address of
the service, such as ''{baseUrl}/customers'' or ''servicePrefix/customers''. mdwire
leaves it out of the calls: it belongs to the base URL that the caller passes to the
client. A word counts if nearly all paths without a leading slash begin with it, and
an example has it as its host or has the path without it, or its name says so. To
state the word yourself, set ''base: servicePrefix'' in mdwire.yaml.
`,
}
