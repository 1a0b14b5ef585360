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
The verb in the title does not match the HTTP method.

"List …" and "Get …" mean GET, "Create …" means POST or PUT, "Update …" means
PATCH, PUT or POST, "Delete …" means DELETE. Other verbs are not checked.
Correct the title or the method.
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
		if i < 0 || len(p.Operations) != 1 || len(p.Operations[0].Routes) == 0 {
			return // the title of a page with several calls is not about one of them
		}
		routes := p.Operations[0].Routes
		s := p.Sections[i].Span
		verb, rest, _ := strings.Cut(p.Sections[i].Text, " ")
		methods := verbMethods[verb]
		if methods == nil || rest == "" || slices.ContainsFunc(routes, func(r ir.Route) bool { return slices.Contains(methods, r.Method) }) {
			return
		}
		if k := strings.Index(p.Raw(s), verb); k >= 0 {
			p.Report(page.Span{Start: s.Start + k, End: s.Start + k + len(verb)}, "the verb %q in the title does not match the method %s of the page", verb, routes[0].Method)
		}
	},
}

// verbMethods maps the first word of a title to the methods that match it.
var verbMethods = map[string][]string{
	"List": {"GET"}, "Get": {"GET"}, "Delete": {"DELETE"},
	"Create": {"POST", "PUT"}, "Update": {"PATCH", "PUT", "POST"},
}
