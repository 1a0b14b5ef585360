package rules

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var placeholderTodo = &lint.Rule{
	Code:     diag.PlaceholderTodo,
	Severity: diag.Error,
	Manual: `
The page still contains a placeholder of its template, such as TODO.

''TODO'' and ''TBD'' are reported in the front matter, in prose and in table
cells. In a permission cell the placeholder hides the required permissions.
Write the missing text. Only capital letters count, because "to do" is also an
ordinary word and the name of a product. Code is not searched.
`,
	Bad: `
---
description: «"**TODO: Add Description**"»
---

# user: refresh

«**TODO: Add Description**»

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|«**TODO: Provide applicable permissions.**»|
`,
	Good: `
---
description: "Refreshes a to-do list."
---

# Microsoft To Do: refresh

Refreshes the ''TODO'' list.
`,
	Page: func(p *lint.Pass) {
		for _, f := range p.Front.Fields {
			if todo(f.Value) != "" {
				p.Report(f.Span, "the value of %q still contains a placeholder: %s", f.Key, lint.QuoteShort(f.Value))
			}
		}
		if !slices.ContainsFunc(todoMarks, func(mark string) bool { return bytes.Contains(p.Src, []byte(mark)) }) { // skip the slow search for words on nearly all pages
			return
		}
		for _, s := range p.Prose() {
			if todo(p.PlainText(s)) == "" {
				continue
			}
			if s = p.Trim(s); !isOpenPermission(p, s) {
				p.Report(s, "the text still contains a placeholder: %s", lint.QuoteShort(strings.Trim(p.Raw(s), "*_ ")))
			}
		}
	},
}

// isOpenPermission reports whether a span is in a permission row whose cell the
// parser has reported.
func isOpenPermission(p *lint.Pass, s page.Span) bool {
	return slices.ContainsFunc(p.Permissions(), func(perm ir.Permission) bool {
		row, here := p.SpanOf(perm.At)
		return perm.Open && here && row.Start <= s.Start && s.End <= row.End
	})
}

// todoWord matches placeholders of authors and generators.
var todoWord = regexp.MustCompile(`\b(TODO|TBD)\b|\*\* ?Unknown Type .* ?\*\*`)

// todoMarks lists strings. Each match of todoWord contains at least one of them.
var todoMarks = []string{"TODO", "TBD", "Unknown Type"}

func todo(text string) string {
	if !slices.ContainsFunc(todoMarks, func(mark string) bool { return strings.Contains(text, mark) }) {
		return ""
	}
	return todoWord.FindString(text)
}
