package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var frontmatterMissingKey = &lint.Rule{
	Code:     diag.FrontmatterMissingKey,
	Severity: diag.Error,
	Manual: `
The front matter lacks a required key.

Search results show the title and the description. ''doc_type'' separates
operation pages from type pages. ''author'' and ''ms.prod'' (''ms.subservice''
since 2023) name the owner of the page. Add the key. Include files need no front
matter.
`,
	Bad: `
«---»
title: "Get user"
author: "someone"
doc_type: apiPageType
ms.prod: "users"
---

# Get user
`,
	Good: `
---
title: "Get user"
description: "Reads a user."
author: "someone"
doc_type: apiPageType
ms.prod: "users"
---

# Get user
`,
	Page: func(p *lint.Pass) {
		if !p.NeedsFrontMatter() {
			return
		}
		var missing []string
		for _, names := range p.Settings.RequiredKeys {
			if p.FrontField(names) == nil {
				missing = append(missing, strings.Join(names, " or "))
			}
		}
		noun := "key"
		if len(missing) > 1 {
			noun = "keys"
		}
		switch {
		case len(missing) == 0:
		case p.Front.Span.IsZero():
			p.Report(page.Span{}, "the page has no front matter; required %s: %s", noun, strings.Join(missing, ", "))
		default:
			p.Report(p.RestOfLine(p.Front.Span.Start), "the front matter lacks the required %s %s", noun, strings.Join(missing, ", "))
		}
	},
}
