package plan

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// FixedParam is a query parameter with the same value in all calls of a method.
type FixedParam struct{ Name, Value string }

// queryPlanner decides which query parameters a method sends.
type queryPlanner struct {
	*planner
	m     *Method
	calls []exampleCall // those that match a route, or all
}

// planQuery sets the query parameters that all calls of a method have: those in the
// query of all routes, such as "?startDateTime={start}" and "?kind=full", and those that
// the page calls required. It returns the ones that an example leaves out.
func (p *planner) planQuery(m *Method, calls []exampleCall) []optionalParam {
	q := queryPlanner{p, m, matching(calls)}
	var left []optionalParam
	for key, value := range queryPairs(m.Op.Routes[0].Query) {
		param := queryParam(m.Op, key)
		if !gocode.TagSafe(key) || strings.HasPrefix(key, "$") || q.has(key) || param != nil && param.Optional || !inAll(m.Op.Routes, key) {
			continue
		}
		switch {
		case areAll(m.Op.Routes, key, isPlaceholder):
			q.addArg(key)
		case q.isFixed(key, value, param):
			m.Fixed = append(m.Fixed, FixedParam{key, value})
		case q.isSent(key, nil):
			q.addArg(key)
		default:
			left = append(left, optionalParam{key, m.Op.Routes[0].At, "its path template"})
		}
	}
	for i := range m.Op.Params {
		param := &m.Op.Params[i]
		if param.In != ir.InQuery || !param.Required || !gocode.TagSafe(param.Name) || strings.HasPrefix(param.Name, "$") || inAny(m.Op.Routes, param.Name) || q.has(param.Name) {
			continue
		}
		if q.isSent(param.Name, nil) {
			q.addArg(param.Name)
		} else {
			left = append(left, optionalParam{param.Name, param.At, "its table"})
		}
	}
	return left
}

func (q *queryPlanner) has(key string) bool {
	return slices.ContainsFunc(q.m.Query, func(a Arg) bool { return strings.EqualFold(a.Param, key) }) ||
		slices.ContainsFunc(q.m.Fixed, func(f FixedParam) bool { return strings.EqualFold(f.Name, key) })
}

func (q *queryPlanner) addArg(key string) {
	q.m.Query = append(q.m.Query, q.queryArg(key, slices.Concat(q.m.Fields, q.m.Query)))
}

// isFixed reports whether a value in the template is that of all calls: all routes and
// examples have it, and the page names no other value.
func (q *queryPlanner) isFixed(key, value string, param *ir.Param) bool {
	same := func(v string) bool { return v == value }
	return !strings.ContainsAny(value, "{}<>") && areAll(q.m.Op.Routes, key, same) && q.isSent(key, same) && (param == nil || namesOnly(param.Doc, value))
}

// isSent reports whether all examples send a query parameter with a value that is
// accepts; nil accepts all.
func (q *queryPlanner) isSent(key string, is func(string) bool) bool {
	return !slices.ContainsFunc(q.calls, func(c exampleCall) bool {
		_, _, _, query := ir.SplitURL(c.Request.URL)
		for name, value := range queryPairs(query) {
			if strings.EqualFold(name, key) && (is == nil || is(value)) {
				return false
			}
		}
		return true
	})
}

// namesOnly reports whether a text has quotes only around a value.
func namesOnly(doc, value string) bool {
	quoted := quotedWord.FindAllStringSubmatch(doc, -1)
	return len(quoted) > 0 && !slices.ContainsFunc(quoted, func(m []string) bool { return !strings.EqualFold(m[1], value) })
}

var quotedWord = regexp.MustCompile("[\"'`“”]([\\w-]+)[\"'`“”]")

// queryPairs yields the names and values of a query.
func queryPairs(query string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for pair := range strings.SplitSeq(query, "&") {
			if key, value, ok := strings.Cut(pair, "="); ok && !yield(key, value) {
				return
			}
		}
	}
}

// inAll reports whether the queries of all routes have a parameter.
func inAll(routes []ir.Route, key string) bool {
	return areAll(routes, key, func(string) bool { return true })
}

// inAny reports whether the query of a route has a parameter, in any letter case.
func inAny(routes []ir.Route, key string) bool {
	return slices.ContainsFunc(routes, func(r ir.Route) bool {
		for name := range queryPairs(r.Query) {
			if strings.EqualFold(name, key) {
				return true
			}
		}
		return false
	})
}

// areAll reports whether the queries of all routes have a parameter with a value that
// is accepts.
func areAll(routes []ir.Route, key string, is func(string) bool) bool {
	return !slices.ContainsFunc(routes, func(r ir.Route) bool {
		for name, value := range queryPairs(r.Query) {
			if name == key && is(value) {
				return false
			}
		}
		return true
	})
}

// isPlaceholder reports whether a value in the query of a template is a placeholder.
func isPlaceholder(value string) bool {
	return len(value) > 1 && strings.IndexByte("{<:", value[0]) >= 0
}

// queryParam returns the documentation of a query parameter, nil if there is none.
func queryParam(op *ir.Operation, key string) *ir.Param {
	for i := range op.Params {
		if p := &op.Params[i]; p.In == ir.InQuery && strings.EqualFold(p.Name, key) {
			return p
		}
	}
	return nil
}

// optionalParam is a query parameter that a page requires in one place and leaves out
// of an example. Callers send it with an option.
type optionalParam struct {
	name  string
	at    diag.Range
	where string
}

// reportOptional reports the parameters that are assumed to be optional.
func (p *planner) reportOptional(list []optionalParam) {
	for _, o := range list {
		p.types.report(diag.AssumedOptional, diag.Warning, o.at, fmt.Sprintf(
			"the page has the query parameter %q in %s, but not in an example; assumed to be optional", o.name, o.where))
	}
}
