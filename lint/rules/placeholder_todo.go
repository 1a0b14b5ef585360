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
Text that a draft's template left for the author to fill in.

''TODO'' and ''TBD'' in the front matter, in prose and in table cells; a permission
cell with one names no permission, so the call is documented without. Capital
letters only: "to do" is a word, and a product. Code is not searched. One
finding a place.
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
				p.Report(f.Span, "the value of %q still holds the placeholder %s", f.Key, lint.QuoteShort(f.Value))
			}
		}
		if !slices.ContainsFunc(todoMarks, func(mark string) bool { return bytes.Contains(p.Src, []byte(mark)) }) { // nearly no page is; to look at every word of the others takes time
			return
		}
		for _, s := range p.Prose() {
			if todo(p.PlainText(s)) == "" {
				continue
			}
			if s = p.Trim(s); !isOpenPermission(p, s) {
				p.Report(s, "the text still holds the placeholder %s", lint.QuoteShort(strings.Trim(p.Raw(s), "*_ ")))
			}
		}
	},
}

// isOpenPermission reports whether a span is in a permission row whose cell the
// parser has reported.
func isOpenPermission(p *lint.Pass, s page.Span) bool {
	return p.Operation != nil && slices.ContainsFunc(p.Operation.Permissions, func(perm ir.Permission) bool {
		row, here := p.SpanOf(perm.At)
		return perm.Open && here && row.Start <= s.Start && s.End <= row.End
	})
}

// todoWord finds the marks that authors and generators leave.
var todoWord = regexp.MustCompile(`\b(TODO|TBD)\b|\*\* ?Unknown Type .* ?\*\*`)

// todoMarks are what every match of todoWord holds one of.
var todoMarks = []string{"TODO", "TBD", "Unknown Type"}

func todo(text string) string {
	if !slices.ContainsFunc(todoMarks, func(mark string) bool { return strings.Contains(text, mark) }) {
		return ""
	}
	return todoWord.FindString(text)
}
