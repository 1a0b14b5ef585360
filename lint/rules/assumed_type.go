package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var assumedType = &lint.Rule{
	Code:     diag.AssumedType,
	Severity: diag.Warning,
	Manual: `
A type is assumed because the page contradicts itself or does not state it.

The link's text and its target, the comment of an example and the section's text, or a
plural and the documented type do not agree, no example shows a value of a property's
type, or no page documents the type. The message says which type mdwire uses.
`,
}
