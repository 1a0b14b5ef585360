package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// queryArgs returns the query parameters that a call needs: those that all routes
// of the operation have in their query string, such as "?startDateTime={start}".
func (p *planner) queryArgs(m *Method) []Arg {
	var args []Arg
	for i, r := range m.Op.Routes {
		var ofRoute []Arg
		for pair := range strings.SplitSeq(r.Query, "&") {
			key, value, ok := strings.Cut(pair, "=")
			repeated := slices.ContainsFunc(ofRoute, func(a Arg) bool { return a.Param == key })
			if ok && isPlaceholder(value) && gocode.TagSafe(key) && !strings.HasPrefix(key, "$") && !repeated && !isOptional(m.Op, key) {
				ofRoute = append(ofRoute, p.queryArg(key, slices.Concat(m.Fields, ofRoute)))
			}
		}
		if i == 0 {
			args = ofRoute
			continue
		}
		args = slices.DeleteFunc(args, func(a Arg) bool { return !slices.Contains(ofRoute, a) })
	}
	return args
}

// isPlaceholder reports whether a value in the query of a template is a placeholder.
func isPlaceholder(value string) bool {
	return len(value) > 1 && strings.IndexByte("{<:", value[0]) >= 0
}

// isOptional reports whether the page says that a query parameter is optional. A caller
// sends it with an option.
func isOptional(op *ir.Operation, key string) bool {
	return slices.ContainsFunc(op.Params, func(p ir.Param) bool {
		return p.In == ir.InQuery && p.Optional && strings.EqualFold(p.Name, key)
	})
}

func (p *planner) queryArg(key string, others []Arg) Arg {
	return p.distinctArg(Arg{Param: key, Key: key, Name: gocode.Unexported(key), Field: exported(key)}, "Query", others)
}

// headerArgs returns the required headers that are arguments of a method: If-Match,
// because the ETag is another one for each call. A caller sets other headers with an
// option or for all calls of a client.
func (p *planner) headerArgs(m *Method) []Arg {
	if m.Op.Routes[0].Method == "GET" || !slices.ContainsFunc(m.Op.Params, requiresETag) {
		return nil
	}
	etag := Arg{Param: ifMatch, Key: ifMatch, Name: "etag", Field: "ETag"}
	return []Arg{p.distinctArg(etag, "Header", slices.Concat(m.Fields, m.Query))}
}

const ifMatch = "If-Match"

func requiresETag(p ir.Param) bool {
	return p.In == ir.InHeader && p.Required && strings.EqualFold(p.Name, ifMatch)
}

// distinctArg appends a suffix to the names of an argument until they differ from those
// of other arguments and from the names that generated code uses.
func (p *planner) distinctArg(a Arg, suffix string, others []Arg) Arg {
	for p.shadows(a.Name) || gocode.Reserved(a.Name) || slices.Contains(inputFields, a.Field) || slices.ContainsFunc(others, a.conflicts) {
		a.Name, a.Field = a.Name+suffix, a.Field+suffix
	}
	return a
}
