package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var frontmatterInvalid = &lint.Rule{
	Code:     diag.FrontmatterInvalid,
	Severity: diag.Error,
	Manual: `
The front matter is not valid YAML, is not opened or closed, or has a duplicate key.

mdwire reads the valid lines. Other tools ignore the whole front matter,
including the title of the page. Correct the YAML. A value that contains ": "
needs quotes. A line ''---'' opens the front matter, another closes it.
`,
	Bad: `
---
«title: user: refresh»
doc_type: apiPageType
---

# user: refresh
`,
	Good: `
---
title: "user: refresh"
doc_type: apiPageType
---

# user: refresh
`,
}
