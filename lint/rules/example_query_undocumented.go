package rules

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var exampleQueryUndocumented = &lint.Rule{
	Code:     diag.ExampleQueryUndocumented,
	Severity: diag.Warning,
	Manual: `
An example sends a query parameter that the page does not document.

Readers do not learn what the parameter does and whether a call needs it. Add it
to the section about query parameters, or remove it from the example. The options
of OData, such as ''$select'' and ''select'', are not reported, nor are names that the
page has in code or bold. Each name is reported once.
`,
	Bad: `
-- api-reference/v1.0/api/user-list.md --
# List users

## HTTP request

'''http
GET /users
'''

## Example

'''http
GET https://graph.microsoft.com/v1.0/users?$top=5&«view»=short
'''
`,
	Good: `
-- api-reference/v1.0/api/user-list.md --
# List users

## HTTP request

'''http
GET /users
'''

## Optional query parameters

|Name|Description|
|:---|:---|
|view|How much of a user is returned: short or full.|

## Example

'''http
GET https://graph.microsoft.com/v1.0/users?$top=5&view=short
'''
`,
	Page: func(p *lint.Pass) {
		var reported []string
		for i := range p.Operations {
			op := &p.Operations[i]
			for k := range op.Examples {
				r := op.Examples[k].Request
				if r == nil || !r.HasURL() || !op.Matches(r) {
					continue
				}
				for start, name := range queryNames(r.URL) {
					if !slices.Contains(reported, name) && !documentsQuery(op, name) && !mentions(p, name) {
						reported = append(reported, name)
						p.ReportAt(p.URLPart(r, start, start+len(name)), "the example sends the query parameter %q, which the page does not document", name)
					}
				}
			}
		}
	},
}

// queryNames yields the names in the query of a URL with their offsets, except those of
// OData's options, of parameter aliases and those with escapes.
func queryNames(url string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		at := strings.IndexByte(url, '?') + 1
		for at > 0 && at < len(url) {
			pair, _, _ := strings.Cut(url[at:], "&")
			name, _, _ := strings.Cut(pair, "=")
			plain := name != "" && !strings.ContainsAny(name, "$@%+ {}<>/()'") && !slices.Contains(odataOptions, strings.ToLower(name))
			if plain && !yield(at, name) {
				return
			}
			at += len(pair) + 1
		}
	}
}

// odataOptions are OData's query options. Many services accept them without "$".
var odataOptions = []string{"select", "filter", "expand", "orderby", "top", "skip", "count", "search", "format"}

// documentsQuery reports whether an operation has a parameter of a name in its tables or
// in the query of a template. Pages of functions list arguments as properties of a body.
func documentsQuery(op *ir.Operation, name string) bool {
	same := func(other string) bool { return strings.EqualFold(other, name) }
	return slices.ContainsFunc(op.Params, func(p ir.Param) bool { return p.In != ir.InHeader && same(p.Name) }) ||
		slices.ContainsFunc(op.Options, func(o string) bool { return same(strings.TrimPrefix(o, "$")) }) ||
		op.Body != nil && slices.ContainsFunc(op.Body.Properties, func(p ir.Property) bool { return same(p.Name) }) ||
		slices.ContainsFunc(op.Routes, func(r ir.Route) bool {
			for _, own := range queryNames("?" + r.Query) {
				if same(own) {
					return true
				}
			}
			return false
		})
}

// mentions reports whether a page has a name in code or bold.
func mentions(p *lint.Pass, name string) bool {
	for _, mark := range []string{"`", "**"} {
		if bytes.Contains(p.Src, []byte(mark+name+mark)) {
			return true
		}
	}
	return false
}
