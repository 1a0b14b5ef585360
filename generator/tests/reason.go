package tests

import (
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// reason says why an example cannot become a test: the lint rule that reports
// the place, what is wrong, and where.
type reason struct {
	code    diag.Code
	message string
	at      diag.Range
}

// isRoute reports whether no route takes the request.
func (r *reason) isRoute() bool {
	return r.code == diag.ExampleURLNoTemplate || r.code == diag.ExampleMethodNoTemplate
}

func because(code diag.Code, format string, args ...any) *reason {
	return &reason{code: code, message: fmt.Sprintf(format, args...)}
}

// unmatched says why no route takes a request.
func unmatched(p *pair) *reason {
	req := p.example.Request
	host, version, _, _ := ir.SplitURL(req.URL)
	if host != "" && version == "" && !strings.EqualFold(host, "graph.microsoft.com") {
		return because(diag.ExampleHost, "%s is a call of another service", req.URL)
	}
	for _, other := range []string{"GET", "POST", "PUT", "PATCH", "DELETE"} {
		if _, _, found := p.method.Op.MatchRoute(other, p.url); found {
			return because(diag.ExampleMethodNoTemplate, "%s is not a documented method of %s", req.Method, req.URL)
		}
	}
	return because(diag.ExampleURLNoTemplate, "%s matches no documented path", req.URL)
}

// misfit explains a body that is not of the documented type. Where the page
// writes no strict JSON, that is what the place is reported for.
func misfit(of ir.Message, m *plan.Misfit) *reason {
	if of.Kind == ir.JSONInvalid {
		return because(diag.JSONInvalid, "as it was mended, %s", m.Message)
	}
	return because(m.Code, "%s", m.Message)
}

// whole is the place of a message: some pages show its body in a block of its own.
func whole(m ir.Message) diag.Range {
	at := m.At
	if m.BodyAt.End.Offset > at.End.Offset {
		at.End = m.BodyAt.End
	}
	return at
}
