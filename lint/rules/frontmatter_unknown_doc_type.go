package rules

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

// docTypes are the known values of doc_type.
var docTypes = []string{"apiPageType", "resourcePageType", "enumPageType", "conceptualPageType"}

// misspelledDocType are wrong spellings of the key, which tools ignore.
var misspelledDocType = []string{"doc-type", "doctype", "docType", "doc.type", "ms.doc_type", "doc_Type"}

var frontmatterUnknownDocType = &lint.Rule{
	Code:     diag.FrontmatterUnknownDocType,
	Severity: diag.Warning,
	Manual: `
The ''doc_type'' of the page is unknown.

Known values are ''apiPageType'', ''resourcePageType'', ''enumPageType'' and
''conceptualPageType''. mdwire looks at the folder and the sections of a page,
so it reads the page anyway; other tools rely on the key. Write one of the known
values.
`,
	Bad: `
---
title: "user resource type"
doc_type: «resourcePageType_»
---

# user resource type
`,
	Good: `
---
title: "user resource type"
doc_type: "resourcePageType"
---

# user resource type
`,
	Page: func(p *lint.Pass) {
		for i := range p.Front.Fields {
			switch f := &p.Front.Fields[i]; {
			case f.Key == "doc_type" && f.Value != "" && !slices.Contains(docTypes, f.Value):
				unknownDocType(p, f)
			case slices.Contains(misspelledDocType, f.Key):
				p.Report(f.KeySpan, "unknown key %q; did you mean \"doc_type\"?", f.Key).Fixes = []diag.Fix{{
					Title: "rename the key to doc_type", Safe: true, Edits: p.Replace(f.KeySpan, "doc_type"),
				}}
			}
		}
	},
}

func unknownDocType(p *lint.Pass, f *page.Field) {
	near := diag.Nearest(f.Value, docTypes)
	if near == "" {
		p.Report(f.Span, "unknown doc_type %q; expected one of %s", f.Value, strings.Join(docTypes, ", "))
		return
	}
	p.Report(f.Span, "unknown doc_type %q; did you mean %q?", f.Value, near).Fixes = []diag.Fix{{
		Title: "change the value to " + near, Safe: true, Edits: p.Replace(f.Span, near),
	}}
}
