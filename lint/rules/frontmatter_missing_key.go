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
A page whose front matter lacks a required key.

Titles and descriptions are what search results show; ''doc_type'' tells pages of
calls from pages of types; ''author'' and ''ms.prod'' (''ms.subservice'' since 2023)
tell who answers for the page. Include files need none.
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
				missing = append(missing, names[0])
			}
		}
		switch {
		case len(missing) == 0:
		case p.Front.Span.IsZero():
			p.Report(page.Span{}, "the page has no front matter; it needs %s", strings.Join(missing, ", "))
		default:
			p.Report(p.RestOfLine(p.Front.Span.Start), "the front matter lacks %s", strings.Join(missing, ", "))
		}
	},
}
