package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var templateDuplicatePathParam = &lint.Rule{
	Code:     diag.TemplateDuplicatePathParam,
	Severity: diag.Warning,
	Manual: `
A path template contains the same placeholder twice.

In ''/chats/{id}/messages/{id}'' the two placeholders mean different things, and
generated code needs a name for each. mdwire derives the second name from the
previous segment. Give every placeholder its own name:
''/chats/{chatId}/messages/{messageId}''.
`,
	Bad: `
-- api-reference/v1.0/api/message-get.md --
# Get message

## HTTP request

'''http
GET /chats/{id}/messages/«{id}»
'''
`,
	Good: `
-- api-reference/v1.0/api/message-get.md --
# Get message

## HTTP request

'''http
GET /chats/{chat-id}/messages/{message-id}
'''
`,
	Page: func(p *lint.Pass) {
		for r := range p.Routes() {
			duplicateParams(p, r)
		}
	},
}

func duplicateParams(p *lint.Pass, r *ir.Route) {
	if countParams(r.Path) < 2 {
		return
	}
	first := map[string]diag.Range{}
	reported := map[string]bool{}
	for _, ph := range lint.Placeholders(r) {
		name := strings.TrimSpace(ph.Part.Param)
		earlier, twice := first[name]
		if !twice {
			first[name] = ph.At
			continue
		}
		if reported[name] {
			continue
		}
		reported[name] = true
		own := ownName(&ph)
		hint := "give each placeholder its own name"
		if own != "" {
			hint = "the second could be {" + own + "}"
		}
		d := p.ReportAt(ph.At, "the path parameter %q appears twice in this template; %s", name, hint)
		d.Related = []diag.Related{{At: earlier, Message: "the first placeholder is here"}}
		if own != "" && ph.At.Path == p.Path && ph.Part.Form == ir.Braces {
			d.AddFix(false, "rename the placeholder to {"+own+"}", diag.Edit{At: ph.At, New: "{" + own + "}"})
		}
	}
}

// ownName derives the name of a placeholder from the segment before it:
// "message-id" after messages. It returns "" if the segment is not a plural.
func ownName(ph *lint.Placeholder) string {
	singular, ok := strings.CutSuffix(ph.Before.String(), "s")
	if !ok || strings.ContainsAny(singular, "{}()$:.") || !strings.EqualFold(ph.Part.Param, "id") {
		return ""
	}
	return singular + "-id"
}

func countParams(path ir.PathTemplate) int {
	n := 0
	for _, s := range path.Segments {
		for _, part := range s.Parts {
			if part.IsParam() {
				n++
			}
		}
	}
	return n
}
