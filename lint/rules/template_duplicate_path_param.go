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
The same placeholder twice in one path template.

In ''/chats/{id}/messages/{id}'' the two stand for different things, and code
that is made from the template needs two names. mdwire names the second after
the segment before it; a name of its own in the page is better.
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
		if p.Operation == nil {
			return
		}
		for i := range p.Operation.Routes {
			duplicateParams(p, &p.Operation.Routes[i])
		}
	},
}

func duplicateParams(p *lint.Pass, r *ir.Route) {
	if countParams(r.Path) < 2 {
		return
	}
	first := map[string]diag.Range{}
	told := map[string]bool{}
	for _, ph := range p.Placeholders(r) {
		name := strings.TrimSpace(ph.Part.Param)
		earlier, twice := first[name]
		if !twice {
			first[name] = ph.At
			continue
		}
		if told[name] {
			continue
		}
		told[name] = true
		d := p.ReportAt(ph.At, "placeholder %q stands in this path twice; give the two names of their own", ph.Part.String())
		d.Related = []diag.Related{{At: earlier, Message: "the first one"}}
		if own := ownName(&ph); own != "" && ph.At.Path == p.Path && ph.Part.Form == ir.Braces {
			lint.AddFix(d, false, "write {"+own+"}", diag.Edit{At: ph.At, New: "{" + own + "}"})
		}
	}
}

// ownName makes a name from the segment before a placeholder: "message-id" for
// that of messages. "" where that segment is no plural.
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
