package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

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
