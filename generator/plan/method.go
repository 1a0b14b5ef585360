package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// service returns the service of a resource. It plans the service on first use.
func (p *planner) service(name string) *Service {
	if s := p.services[name]; s != nil {
		return s
	}
	free := cmp.Or(p.given.services[name], name)
	for slices.Contains(knownMethods, free) || p.scope.has("Client."+free) || p.scope.has(serviceType(free)) || p.files[strings.ToLower(free)] {
		free += "Resource"
	}
	s := &Service{Name: free, File: strings.ToLower(free)}
	p.scope.add(s.TypeName())
	p.files[s.File] = true
	p.services[name] = s
	return s
}

// addMethod names a method and adds it to its service.
func (p *planner) addMethod(prepared *preparedMethod) {
	s := p.service(prepared.service)
	m, name := prepared.plan, prepared.method
	m.Name, m.Service = cmp.Or(p.given.method(prepared), name), s
	for mark := "Call"; slices.Contains(knownMethods, m.Name) || !p.isFree(s.Name+m.Name); mark = "X" {
		m.Name += mark
	}
	if m.Name != name {
		p.types.report(diag.NameCollision, diag.Info, prepared.op.At, fmt.Sprintf("%s.%s is named %s: %s is already taken", s.Name, name, m.Name, name))
	}
	m.Key = s.Name + m.Name
	p.keys[m.Key] = true
	p.scope.add(m.Descriptor(), m.RouteType())
	nameConstructors(m.Key, m.Routes, prepared.labels)
	for i := range m.Routes {
		if c := &m.Routes[i].Constructor; *c != "" {
			*c, _ = p.scope.declare(*c, *c+"Path")
		}
	}
	p.reportRepeated(m)
	m.Result = p.types.planResult(prepared)
	m.Body = p.types.planBody(m, prepared)
	if m.Body.Kind == JSONBody {
		m.Body.ContentType = jsonVariant(m.Op, prepared.calls)
	}
	s.Methods = append(s.Methods, m)
	p.declared[m] = prepared
	p.bodies[m] = prepared.bodies
}

// knownMethods are the method names for which vet requires the signature of the
// standard library.
var knownMethods = strings.Fields(`String GoString Error MarshalJSON UnmarshalJSON MarshalText UnmarshalText MarshalXML UnmarshalXML
	MarshalBinary UnmarshalBinary GobEncode GobDecode ReadByte ReadRune UnreadByte UnreadRune WriteByte`)

// isFree reports whether a method can have a key and the names derived from it.
func (p *planner) isFree(key string) bool {
	return !p.keys[key] && !p.scope.has(descriptor(key)) && !p.scope.has(routeType(key))
}

// generatedNames are the local variables and imports of generated functions.
var generatedNames = strings.Fields("ctx s r t x h in index out later err opts body route line got client context json time iter io http testing server")

// shadows reports whether a local variable of a name would shadow a name that
// generated code uses. The answer does not change during planning: all planned
// names are exported.
func (p *planner) shadows(name string) bool {
	return p.scope.has(name) || slices.Contains(generatedNames, name) || name == p.opts.Name || name == importerAlias
}

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
	a := Arg{Param: key, Key: key, Name: gocode.Unexported(key), Field: exported(key)}
	for p.shadows(a.Name) || gocode.Reserved(a.Name) || slices.Contains(inputFields, a.Field) || slices.ContainsFunc(others, a.conflicts) {
		a.Name, a.Field = a.Name+"Query", a.Field+"Query"
	}
	return a
}
