package plan

import (
	"slices"

	"github.com/mdwire/mdwire/ir"
)

// part is an operation, or the routes of one that answer in another form than
// the others: a page that documents /photo and /photo/$value documents two
// calls for a Go programmer, one that returns a value and one that returns
// bytes.
type part struct {
	op     *ir.Operation
	suffix string // of the method's name
}

// split parts the routes of an operation by the form of what they answer with.
// Each part has the examples of its routes; those of none stay with the first.
func split(op *ir.Operation) []part {
	forms := make([]string, len(op.Routes))
	for i, r := range op.Routes {
		forms[i] = formOf(r)
	}
	if !slices.ContainsFunc(forms, func(f string) bool { return f != forms[0] }) {
		return []part{{op: op}}
	}
	var parts []part
	for _, form := range []string{"", "value", "count"} {
		if i := slices.Index(forms, form); i >= 0 {
			parts = append(parts, part{op: restrict(op, forms, form), suffix: form})
		}
	}
	keepExamples(op, forms, parts)
	return parts
}

func formOf(r ir.Route) string {
	if n := len(r.Path.Segments); n > 0 {
		switch r.Path.Segments[n-1].String() {
		case "$value":
			return "value"
		case "$count":
			return "count"
		}
	}
	return ""
}

// restrict copies an operation with the routes of one form and no examples.
func restrict(op *ir.Operation, forms []string, form string) *ir.Operation {
	own := *op
	own.Routes, own.Examples = nil, nil
	for i, r := range op.Routes {
		if forms[i] == form {
			own.Routes = append(own.Routes, r)
		}
	}
	return &own
}

func keepExamples(op *ir.Operation, forms []string, parts []part) {
	for _, ex := range op.Examples {
		owner := parts[0].op
		if ex.Request != nil {
			if i, _, ok := op.MatchRoute(ex.Request.Method, ex.Request.URL); ok {
				at := slices.IndexFunc(parts, func(p part) bool { return p.suffix == forms[i] })
				owner = parts[at].op
			}
		}
		owner.Examples = append(owner.Examples, ex)
	}
}
