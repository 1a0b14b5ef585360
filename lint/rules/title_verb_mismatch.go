package rules

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var titleVerbMismatch = &lint.Rule{
	Code:     diag.TitleVerbMismatch,
	Severity: diag.Info,
	Manual: `
A page whose title says another verb than its calls do.

"List …" and "Get …" are read as GET, "Create …" as POST or PUT, "Update …" as
PATCH, PUT or POST, "Delete …" as DELETE. Other verbs are not compared.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# «List» users

## HTTP request

'''http
POST /users
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# List users

## HTTP request

'''http
GET /users
'''
`,
	Page: func(p *lint.Pass) {
		i := p.Title()
		if p.Operation == nil || i < 0 || len(p.Operation.Routes) == 0 {
			return
		}
		s := p.Sections[i].Span
		verb, rest, _ := strings.Cut(p.Sections[i].Text, " ")
		methods := verbMethods[verb]
		if methods == nil || rest == "" || slices.ContainsFunc(p.Operation.Routes, func(r ir.Route) bool { return slices.Contains(methods, r.Method) }) {
			return
		}
		if k := strings.Index(p.Raw(s), verb); k >= 0 {
			p.Report(page.Span{Start: s.Start + k, End: s.Start + k + len(verb)}, "the title says %q, but the page documents %s", verb, p.Operation.Routes[0].Method)
		}
	},
}

// verbMethods are the methods that a title's first word promises.
var verbMethods = map[string][]string{
	"List": {"GET"}, "Get": {"GET"}, "Delete": {"DELETE"},
	"Create": {"POST", "PUT"}, "Update": {"PATCH", "PUT", "POST"},
}
