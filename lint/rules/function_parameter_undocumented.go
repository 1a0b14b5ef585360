package rules

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var functionParameterUndocumented = &lint.Rule{
	Code:     diag.FunctionParameterUndocumented,
	Severity: diag.Warning,
	Manual: `
No table of the page documents an argument of the function.

Readers see the name in the path template, but not its type and its allowed
values. Add a row to the table of function parameters. Only the last function of
a path is checked, because the others have pages of their own. Keys such as
''applications(appId='{appId}')'' need no row.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# user: reminderView

## HTTP request

'''http
GET /users/{id}/reminderView(«startDateTime»='{start}')
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# user: reminderView

## HTTP request

'''http
GET /users/{id}/reminderView(startDateTime='{start}')
'''

## Function parameters

|Parameter|Type|Description|
|:---|:---|:---|
|startDateTime|String|The begin.|
`,
	Page: func(p *lint.Pass) {
		reported := map[string]bool{}
		for r := range p.Routes() {
			functionArguments(p, r, reported)
		}
	},
}

func functionArguments(p *lint.Pass, r *ir.Route, reported map[string]bool) {
	s, here := p.SpanOf(r.At)
	f, ok := lastFunction(r.Path)
	if !here || !ok || isAlternateKey(f) {
		return
	}
	for _, a := range f.Args {
		if a.Name == "" || reported[a.Name] || explains(p, a.Name) {
			continue
		}
		reported[a.Name] = true
		if i := strings.LastIndex(p.Raw(s), a.Name+"="); i >= 0 {
			p.Report(page.Span{Start: s.Start + i, End: s.Start + i + len(a.Name)}, "no table of the page documents the argument %q of the function %q", a.Name, f.Name)
		}
	}
}

// lastFunction returns the function at the end of a path. OData segments such as
// $count may follow it.
func lastFunction(t ir.PathTemplate) (ir.Function, bool) {
	for i := len(t.Segments) - 1; i >= 0; i-- {
		if f, ok := t.Segments[i].Function(); ok {
			return f, true
		}
		if !strings.HasPrefix(t.Segments[i].String(), "$") {
			break
		}
	}
	return ir.Function{}, false
}

// isAlternateKey reports whether a segment is a collection with an alternate key
// and not a function call: applications(uniqueName='{uniqueName}').
func isAlternateKey(f ir.Function) bool {
	if len(f.Args) != 1 || !strings.HasSuffix(f.Name, "s") {
		return false
	}
	arg := f.Args[0].Name
	return strings.HasSuffix(arg, "Id") || strings.HasSuffix(arg, "Name") && !strings.HasPrefix(f.Name, "get")
}

// explains reports whether any table of the page has a row with that name.
func explains(p *lint.Pass, name string) bool {
	for i := range p.Operations {
		if slices.ContainsFunc(p.Operations[i].Params, func(par ir.Param) bool { return strings.EqualFold(par.Name, name) }) {
			return true
		}
	}
	for i := range p.Blocks {
		if t := p.Blocks[i].Table; t != nil {
			for k := range t.Rows {
				if len(t.Rows[k].Cells) > 0 && strings.EqualFold(strings.Trim(t.Rows[k].Cells[0].Text, "`*_: "), name) {
					return true
				}
			}
		}
	}
	return false
}
