package tests

import (
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/validate"
)

// reason explains why an example has no test.
type reason struct {
	code    diag.Code // of the lint rule that reports at
	message string
	at      diag.Range
}

// isRoute reports whether the reason is that no route matches the request.
func (r *reason) isRoute() bool {
	return r.code == diag.ExampleURLNoTemplate || r.code == diag.ExampleMethodNoTemplate
}

// because returns a reason whose range newPair sets.
func because(code diag.Code, format string, args ...any) *reason {
	return &reason{code: code, message: fmt.Sprintf(format, args...)}
}

// unmatched explains why no route of the method matches the request.
func unmatched(p *pair) *reason {
	req := p.example.Request
	host, version, _, _ := ir.SplitURL(req.URL)
	if host != "" && version == "" && !strings.EqualFold(host, "graph.microsoft.com") {
		return because(diag.ExampleHost, "%s is a URL of another service", req.URL)
	}
	for _, other := range []string{"GET", "POST", "PUT", "PATCH", "DELETE"} {
		if _, _, found := p.method.Op.MatchRoute(other, p.url); found {
			return because(diag.ExampleMethodNoTemplate, "method %s is not documented for %s", req.Method, req.URL)
		}
	}
	return because(diag.ExampleURLNoTemplate, "%s matches no documented path", req.URL)
}

// mismatch explains a body that does not have the documented type. If the page's
// JSON is invalid, lint reports that instead of the mismatch.
func mismatch(of ir.Message, m *validate.Mismatch) *reason {
	if of.Kind == ir.JSONInvalid {
		return because(diag.JSONInvalid, "after repair of the JSON, %s", m.Message)
	}
	return because(m.Code, "%s", m.Message)
}

// whole returns the range of a message. Some pages show its body in a separate
// block.
func whole(m ir.Message) diag.Range {
	at := m.At
	if m.BodyAt.End.Offset > at.End.Offset {
		at.End = m.BodyAt.End
	}
	return at
}
