package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var statusProseMismatch = &lint.Rule{
	Code:     diag.StatusProseMismatch,
	Severity: diag.Error,
	Manual: `
The Response section and the examples have different status codes.

A client that expects the status in the Response section rejects the examples,
or the reverse. Correct the one that is wrong. If the section names several
codes, examples with one of them agree. Error examples do not count.
`,
	Bad: `
-- api-reference/v1.0/api/user-post.md --
# Create user

## HTTP request

'''http
POST /users
'''

## Response

If successful, returns a ''«201» Created'' response code.

## Example

'''http
POST https://graph.microsoft.com/v1.0/users
'''

'''http
HTTP/1.1 200 OK
'''
`,
	Good: `
-- api-reference/v1.0/api/user-post.md --
# Create user

## HTTP request

'''http
POST /users
'''

## Response

Returns ''200 OK'', or ''201 Created'' for a new user.

## Example

'''http
POST https://graph.microsoft.com/v1.0/users
'''

'''http
HTTP/1.1 200 OK
'''
`,
	Page: func(p *lint.Pass) {
		for i := range p.Operations {
			checkStatuses(p, &p.Operations[i])
		}
	},
}

func checkStatuses(p *lint.Pass, op *ir.Operation) {
	shown := shownStatuses(op.Examples)
	if len(shown) == 0 || len(op.Responses) == 0 {
		return
	}
	// Errors that the section names need no example.
	var promised []int
	var first *ir.Response
	for i := range op.Responses {
		if r := &op.Responses[i]; r.Status != 0 && r.Status < 400 {
			promised = append(promised, r.Status)
			first = cmp.Or(first, r)
		}
	}
	if first == nil || agree(promised, shown) {
		return
	}
	p.ReportAt(codeAt(p, *first), "the Response section has the status %s, but the examples have %s",
		codes(promised), codes(shown))
}

// codeAt returns the range of a status code within its sentence.
func codeAt(p *lint.Pass, r ir.Response) diag.Range {
	if s, here := p.SpanOf(r.At); here {
		code := strconv.Itoa(r.Status)
		if i := strings.Index(p.Raw(s), code); i >= 0 {
			return p.Range(page.Span{Start: s.Start + i, End: s.Start + i + len(code)})
		}
	}
	return r.At
}

// shownStatuses returns the statuses of the examples, except for errors.
func shownStatuses(examples []ir.Example) []int {
	var shown []int
	for _, e := range examples {
		if e.Response != nil && e.Response.Status >= 200 && e.Response.Status < 400 {
			shown = append(shown, e.Response.Status)
		}
	}
	return shown
}

func agree(a, b []int) bool {
	return slices.ContainsFunc(a, func(code int) bool { return slices.Contains(b, code) })
}

// codes returns a sorted list of status codes without duplicates for a message.
func codes(list []int) string {
	list = slices.Clone(list)
	slices.Sort(list)
	return strings.Join(strings.Fields(strings.Trim(fmt.Sprint(slices.Compact(list)), "[]")), ", ")
}
