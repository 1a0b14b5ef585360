package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// mayHaveBody reports whether the calls of a method have a body. A GET or DELETE has
// one only if the page documents its properties and no example leaves them out.
func (m *preparedMethod) mayHaveBody() bool {
	verb := m.op.Routes[0].Method
	if verb != "GET" && verb != "DELETE" {
		return verb != "HEAD"
	}
	if len(m.unsendable()) == 0 {
		return false
	}
	requests := 0
	for _, ex := range matching(m.calls) {
		if ex.Request.Method == verb {
			requests++
			if ex.Request.JSON != nil {
				return true
			}
		}
	}
	return requests == 0
}

// unsendable returns the documented properties of a body that are neither arguments
// of the method nor query parameters of its examples. Pages of functions list their
// arguments as a body.
func (m *preparedMethod) unsendable() []ir.Property {
	if m.op.Body == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(m.op.Body.Properties), func(p ir.Property) bool {
		isArg := func(a Arg) bool { return strings.EqualFold(a.Param, p.Name) || strings.EqualFold(a.Key, p.Name) }
		return slices.ContainsFunc(m.plan.Fields, isArg) || slices.ContainsFunc(m.plan.Query, isArg) ||
			slices.ContainsFunc(m.calls, func(ex exampleCall) bool { return hasQuery(ex.Request.URL, p.Name) })
	})
}

// hasQuery reports whether a URL has a query parameter, perhaps as an OData option.
func hasQuery(url, name string) bool {
	_, _, _, query := ir.SplitURL(url)
	for pair := range strings.SplitSeq(query, "&") {
		key, _, _ := strings.Cut(pair, "=")
		if strings.EqualFold(strings.TrimPrefix(key, "$"), strings.TrimPrefix(name, "$")) {
			return true
		}
	}
	return false
}

// reportLeftOut reports the documented body of a GET or DELETE that its examples do
// not send.
func (t *types) reportLeftOut(m *preparedMethod) {
	props := m.unsendable()
	if len(props) == 0 {
		return
	}
	t.report(diag.BodyOnGET, diag.Warning, m.op.Body.At, fmt.Sprintf(
		"the page documents a body with the property %q for a %s, but the examples have none; it is left out", props[0].Name, m.op.Routes[0].Method))
}
