package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
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
	if prepared.spare != "" && !p.isFree(s.Name+name) {
		name = prepared.spare
	}
	m.Name, m.Service = cmp.Or(p.given.method(prepared), name), s
	for mark := "Call"; slices.Contains(knownMethods, m.Name) || !p.isFree(s.Name+m.Name); mark = "X" {
		m.Name += mark
	}
	if m.Name != name {
		p.types.report(diag.NameCollision, diag.Info, prepared.op.At, fmt.Sprintf("%s.%s is named %s: %s is already taken", s.Name, name, m.Name, name))
	}
	m.Key = s.Name + m.Name
	p.keys[m.Key] = true
	p.scope.add(m.Descriptor(), m.PlaceType())
	p.reportRepeated(m)
	if text := prepared.call.assumed; text != "" {
		p.types.report(diag.AssumedCalls, diag.Info, m.Op.Routes[0].At, text)
	}
	m.Result = p.types.planResult(prepared)
	m.Body = p.types.planBody(m, prepared)
	if m.Body.Kind == JSONBody {
		m.Body.ContentType = jsonVariant(m.Op, prepared.calls)
	}
	p.reportOptional(prepared.optional)
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
	return !p.keys[key] && !p.scope.has(descriptor(key)) && !p.scope.has(placeType(key))
}

// generatedNames are the local variables and imports of generated functions.
var generatedNames = strings.Fields("ctx s r t x h in index out later err opts body at line got client context json time iter io http testing server")

// shadows reports whether a local variable of a name would shadow a name that
// generated code uses. The answer does not change during planning: all planned
// names are exported.
func (p *planner) shadows(name string) bool {
	return p.scope.has(name) || slices.Contains(generatedNames, name) || name == p.opts.Name || name == importerAlias
}
