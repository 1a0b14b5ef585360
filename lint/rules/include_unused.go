package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var includeUnused = &lint.Rule{
	Code:     diag.IncludeUnused,
	Severity: diag.Warning,
	Manual: `
A glob that selects the pages to generate from selects no page.

In most cases the glob is misspelled, or its pages were renamed or removed. Calls
that you expect are then missing from the generated code. Correct the glob in
generate.include or --include, or remove it.
`,
}
