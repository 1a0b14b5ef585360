package plan

import (
	"slices"

	"github.com/mdwire/mdwire/ir"
)

// PermissionContext is the permissions of a context of the page. A call of one of
// its routes must satisfy it.
type PermissionContext struct {
	Name string // "" when the method has only one
	// Routes are indexes in Method.Routes.
	Routes []int
	// Alternatives by kind of caller, least privileged first.
	DelegatedWork, DelegatedPersonal, Application [][]string
	// Unread is set when the page has cells that are not understood. They allow
	// nothing.
	Unread bool
}

// contexts returns the permissions of a method. sets are those of whole, the page's
// operation; the method may have only some of its routes. The result is nil if
// the page documents no permissions.
func (m *Method) contexts(whole *ir.Operation, sets []ir.PermissionSet) []PermissionContext {
	var out []PermissionContext
	index := routeIndexes(whole)
	for _, s := range sets {
		c := PermissionContext{
			Name: s.Context, Unread: s.Unread, DelegatedWork: s.AnyOf(ir.DelegatedWork),
			DelegatedPersonal: s.AnyOf(ir.DelegatedPersonal), Application: s.AnyOf(ir.Application),
		}
		for i, r := range m.Op.Routes {
			documented, known := index[keyOf(&r)]
			applies := !known || slices.Contains(s.Routes, documented) // an unknown route demands every set
			if at := m.routeOf[i]; applies && !slices.Contains(c.Routes, at) {
				c.Routes = append(c.Routes, at)
			}
		}
		slices.Sort(c.Routes)
		if len(c.Routes) > 0 {
			out = append(out, c)
		}
	}
	if len(out) == 1 && len(out[0].Routes) == len(m.Routes) {
		out[0].Name = ""
	}
	return out
}

// routeKey identifies a documented route of an operation.
type routeKey struct {
	method, path, query string
}

func keyOf(r *ir.Route) routeKey { return routeKey{r.Method, r.Path.String(), r.Query} }

func routeIndexes(op *ir.Operation) map[routeKey]int {
	index := map[routeKey]int{}
	for i := range op.Routes {
		index[keyOf(&op.Routes[i])] = i
	}
	return index
}
