package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var frontmatterEmptyValue = &lint.Rule{
	Code:     diag.FrontmatterEmptyValue,
	Severity: diag.Warning,
	Manual: `
A required key of the front matter has no value.

A tool that only checks for the key accepts ''ms.prod: ""''. Write the value.
`,
	Bad: `
---
title: "Get user"
description: «""»
---

# Get user
`,
	Good: `
---
title: "Get user"
description: "Reads a user."
---

# Get user
`,
	Page: func(p *lint.Pass) {
		if !p.NeedsFrontMatter() {
			return
		}
		for _, names := range p.Settings.RequiredKeys {
			f := p.FrontField(names)
			if f == nil || strings.TrimSpace(f.Value) != "" {
				continue
			}
			at := f.Span
			if at.Start >= at.End {
				at = f.KeySpan
			}
			p.Report(at, "the required key %q has no value", f.Key)
		}
	},
}
