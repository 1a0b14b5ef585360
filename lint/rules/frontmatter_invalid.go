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
Front matter that is no valid YAML, is not closed, or names a key twice.

A value that holds ": " needs quotes. mdwire reads what it can line by line;
other tools drop the whole front matter, and with it the page's title.
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
